package io.stellwerk.rules.explain;

import io.stellwerk.engine.decision.PlacedRoute;
import io.stellwerk.engine.route.ReleaseCause;
import io.stellwerk.engine.route.TargetAddress;
import io.stellwerk.rules.explain.Explanation.Answer;
import io.stellwerk.rules.explain.Explanation.CallerSeen;
import io.stellwerk.rules.explain.Explanation.Derivation;
import io.stellwerk.rules.explain.Explanation.FactSeen;
import io.stellwerk.rules.explain.Explanation.Times;
import io.stellwerk.rules.explain.RuleTrial.Outcome;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An explanation for people: fits in 120 columns as far as the tenant's own names let it. */
public final class ExplanationText {

    private static final int WIDTH = 118;
    private static final int LABEL = 13;
    private static final int CONDITIONS = 4;
    private static final int NAMES = 3;

    private final Explanation explanation;
    private final Texts texts;
    private final Wording wording;
    private final PrintWriter out;

    public ExplanationText(Explanation explanation, Language language, PrintWriter out) {
        this.explanation = explanation;
        this.texts = Texts.in(language);
        this.wording = new Wording(language);
        this.out = out;
    }

    /** The whole way of the call. */
    public void explain() {
        call();
        caller();
        facts();
        derived();
        rules();
        placement();
        answer();
        Times times = explanation.times();
        line(
                Phrase.TIME,
                texts.text(
                        Phrase.TIMES,
                        Amounts.text(times.lookUp(), texts),
                        Amounts.text(times.rules(), texts),
                        Amounts.text(times.placement(), texts),
                        Amounts.text(times.total(), texts)));
    }

    /** What the carrier is told, and why, in a few lines. */
    public void answer() {
        Answer answer = explanation.answer();
        line(Phrase.ANSWER, summary(answer));
        for (int i = 0; i < answer.routes().size(); i++) {
            line((i + 1) + ". " + route(answer.routes().get(i)));
        }
        if (!answer.announcements().isEmpty()) {
            line(Phrase.ANNOUNCE, String.join(", ", answer.announcements()));
        }
        if (explanation.caller().lookUpFailure().isPresent()) {
            line(Phrase.BEWARE, texts.text(Phrase.BEWARE_LOOK_UP));
        }
    }

    private String summary(Answer answer) {
        String rule = answer.rule().map(wording::rule).orElse("");
        String reason = answer.reason().map(this::reason).orElse("");
        String plan = answer.plan().map(this::plan).orElse("");
        if (answer.cause().isPresent()) {
            String cause = cause(answer.cause().get());
            return rule.isEmpty()
                    ? texts.text(Phrase.ANSWER_REFUSE, cause, reason)
                    : texts.text(Phrase.ANSWER_REFUSE_BY_RULE, cause, rule);
        }
        return answer.byDefault()
                ? texts.text(Phrase.ANSWER_DEFAULT, plan, reason)
                : texts.text(Phrase.ANSWER_ROUTE, plan, rule);
    }

    /** In words, with the name that alarms stand on. */
    private String reason(String reason) {
        return texts.text(Phrase.valueOf("REASON_" + reason)) + " (" + reason + ")";
    }

    private String plan(String plan) {
        return plan.startsWith("person:") ? plan : texts.text(Phrase.PLAN, plan);
    }

    private static String cause(ReleaseCause cause) {
        return "SIP " + cause.sipCode() + " " + cause.sipReason() + ", Q.850 " + cause.q850();
    }

    private String route(PlacedRoute route) {
        String addresses = route.target().addresses().stream()
                .map(this::address)
                .collect(Collectors.joining(texts.text(Phrase.THEN)));
        String rings = texts.text(Phrase.RINGS, Amounts.text(route.ringTimeout(), texts));
        return String.format(Locale.ROOT, "%-24s %s  (%s)", route.target().id(), addresses, rings);
    }

    private String address(TargetAddress address) {
        return address.destination().isEmpty()
                ? address.uri()
                : texts.text(Phrase.VIA, address.uri(), address.destination());
    }

    private void call() {
        Explanation.CallSeen call = explanation.call();
        String calling = call.calling().orElseGet(() -> texts.text(Phrase.CALL_ANONYMOUS));
        String called =
                call.called() + call.hotline().map(id -> " (" + id + ")").orElse("");
        String when = call.localTime()
                .map(time -> Amounts.text(time, texts))
                .orElse(call.at().toString());
        line(Phrase.CALL, texts.text(Phrase.CALL_TEXT, calling, called, when));
    }

    private void caller() {
        CallerSeen caller = explanation.caller();
        caller.match().ifPresent(match -> {
            String found = switch (match) {
                case UNIQUE -> texts.text(Phrase.CALLER_UNIQUE);
                case ORGANISATION -> texts.text(Phrase.CALLER_ORGANISATION);
                case AMBIGUOUS ->
                    texts.text(
                            caller.customer().isPresent() ? Phrase.CALLER_AMBIGUOUS : Phrase.CALLER_AMBIGUOUS_NOBODY,
                            caller.candidates());
                case UNKNOWN -> texts.text(Phrase.CALLER_UNKNOWN);
                case ANONYMOUS -> texts.text(Phrase.CALLER_ANONYMOUS);
            };
            line(
                    Phrase.CALLER,
                    caller.customer()
                            .map(id -> texts.text(Phrase.CALLER_CUSTOMER, id, found))
                            .orElse(found));
        });
        caller.lookUpFailure().ifPresent(why -> line(texts.text(Phrase.LOOK_UP_FAILED, why)));
    }

    private void facts() {
        List<String> known = new ArrayList<>();
        List<String> without = new ArrayList<>();
        for (FactSeen fact : explanation.facts()) {
            fact.value()
                    .ifPresentOrElse(value -> known.add(fact.fact() + " = " + value), () -> without.add(fact.fact()));
        }
        wrapped(Phrase.FACTS, known, "   ");
        wrapped(Phrase.NO_VALUE, without, ", ");
    }

    private void derived() {
        List<String> lines = new ArrayList<>();
        for (Derivation each : explanation.derived()) {
            String what = texts.text(each.segment() ? Phrase.SEGMENT : Phrase.ANNOUNCEMENT) + " " + each.name();
            lines.add(String.format(Locale.ROOT, "%-34s %s", what, wording.rule(each.by())));
        }
        lines(Phrase.DERIVED, lines);
    }

    private void rules() {
        List<RuleTrial> trials = explanation.deciding();
        int decided = 0;
        while (decided < trials.size() && trials.get(decided).outcome() != Outcome.DECIDED) {
            decided++;
        }
        List<String> lines = new ArrayList<>();
        for (Refusals refusals : Refusals.of(with(Outcome.NOT_MATCHED, trials.subList(0, decided)))) {
            refusals(refusals, lines);
        }
        for (RuleTrial skipped : with(Outcome.SKIPPED, trials)) {
            lines.add(wording.trial(skipped));
        }
        if (decided < trials.size()) {
            lines.add(texts.text(
                    Phrase.ROW_DECIDED, wording.rule(trials.get(decided).rule())));
        } else if (!explanation.facts().isEmpty()) {
            lines.add(texts.text(Phrase.NONE_DECIDED));
        }
        lines(Phrase.RULES, lines);
        wrapped(
                Phrase.ALSO_MATCHED,
                with(Outcome.ALSO_MATCHED, trials).stream()
                        .map(trial -> trial.rule().id().toString())
                        .toList(),
                ", ");
    }

    private static List<RuleTrial> with(Outcome outcome, List<RuleTrial> trials) {
        return trials.stream().filter(trial -> trial.outcome() == outcome).toList();
    }

    private void refusals(Refusals refusals, List<String> lines) {
        lines.add(texts.text(Phrase.ROWS_NOT_MATCHED, refusals.file(), refusals.rules()));
        for (Refusals.ByFact fact : refusals.byFact()) {
            String is = wording.factIs(fact.fact(), fact.actual());
            lines.addAll(wrap(asked(fact), String.format(Locale.ROOT, "  %-40s ", is), "; "));
        }
    }

    private List<String> asked(Refusals.ByFact fact) {
        List<Refusals.ByCondition> all = fact.conditions();
        List<String> asked = new ArrayList<>();
        int shown = all.size() > CONDITIONS + 1 ? CONDITIONS : all.size();
        for (Refusals.ByCondition each : all.subList(0, shown)) {
            asked.add(texts.text(Phrase.ASKED_FOR, each.condition(), names(each.rules())));
        }
        if (shown < all.size()) {
            int rules = all.subList(shown, all.size()).stream()
                    .mapToInt(each -> each.rules().size())
                    .sum();
            asked.add(texts.text(Phrase.MORE_CONDITIONS, all.size() - shown, rules));
        }
        return asked;
    }

    private String names(List<String> rules) {
        return rules.size() <= NAMES
                ? String.join(", ", rules)
                : texts.text(Phrase.ROWS_FROM_TO, rules.size(), rules.get(0), rules.get(rules.size() - 1));
    }

    private void placement() {
        List<String> lines = new ArrayList<>();
        explanation.placement().forEach(step -> lines.add(wording.placement(step)));
        Answer answer = explanation.answer();
        if (answer.byDefault()) {
            lines.add(texts.text(
                    Phrase.DEFAULT_ROUTE, answer.reason().map(this::reason).orElse("")));
        }
        lines(Phrase.PLACEMENT, lines);
    }

    private void wrapped(Phrase label, List<String> items, String separator) {
        lines(label, wrap(items, "", separator));
    }

    /** The items in as few lines as they fit in; the beginning stands before the first, blanks before the others. */
    private static List<String> wrap(List<String> items, String beginning, String separator) {
        List<String> lines = new ArrayList<>();
        StringBuilder current = new StringBuilder(beginning);
        boolean first = true;
        for (String item : items) {
            if (!first && current.length() + separator.length() + item.length() > WIDTH - LABEL) {
                lines.add(current + separator.stripTrailing());
                current = new StringBuilder(" ".repeat(beginning.length()));
                first = true;
            }
            current.append(first ? "" : separator).append(item);
            first = false;
        }
        if (!items.isEmpty()) {
            lines.add(current.toString());
        }
        return lines;
    }

    private void lines(Phrase label, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (i == 0) {
                line(label, lines.get(i));
            } else {
                line(lines.get(i));
            }
        }
    }

    private void line(Phrase label, String text) {
        print(texts.text(label), text);
    }

    private void line(String text) {
        print("", text);
    }

    private void print(String label, String text) {
        out.println(
                String.format(Locale.ROOT, "%-" + LABEL + "s%s", label, text).stripTrailing());
    }
}
