package io.stellwerk.server.explain;

import io.stellwerk.engine.customer.CallerMatch;
import io.stellwerk.engine.decision.PlacedRoute;
import io.stellwerk.engine.decision.RuleId;
import io.stellwerk.engine.decision.trace.TraceEvent;
import io.stellwerk.engine.decision.trace.TraceEvent.StepOutcome;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** An explanation for people: fits in 120 columns as far as the tenant's own names let it. */
public final class ExplanationText {

    private static final int WIDTH = 118;
    private static final int LABEL = 12;

    private final Explanation explanation;
    private final RecordedTrace trace;
    private final PrintWriter out;

    public ExplanationText(Explanation explanation, PrintWriter out) {
        this.explanation = explanation;
        this.trace = explanation.trace();
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
        line("Time", Times.text(explanation.decision().took()));
    }

    /** What the carrier is told, and why, in a few lines. */
    public void answer() {
        line("Answer", DecisionText.summary(explanation.decision()));
        List<PlacedRoute> routes = explanation.routes();
        for (int i = 0; i < routes.size(); i++) {
            line("", (i + 1) + ". " + route(routes.get(i)));
        }
        if (!explanation.decision().announcements().isEmpty()) {
            line("Announce", String.join(", ", explanation.decision().announcements()));
        }
        if (explanation.decision().customerLookUpFailed()) {
            line("Beware", "the customers could not be read, so the rules saw none");
        }
    }

    private static String route(PlacedRoute route) {
        return String.format(
                Locale.ROOT,
                "%-24s %s  (rings %s)",
                route.target().id(),
                route.target().addresses().stream()
                        .map(address -> address.uri()
                                + (address.destination().isEmpty() ? "" : " via " + address.destination()))
                        .collect(Collectors.joining(", then ")),
                Times.text(route.ringTimeout()));
    }

    private void call() {
        String when = explanation
                .facts()
                .map(facts -> Times.text(facts.localTime()))
                .orElse(explanation.call().at().toString());
        String hotline =
                explanation.decision().hotline().map(id -> " (" + id + ")").orElse("");
        line("Call", explanation.caller() + " calls " + explanation.call().called() + hotline + ", " + when);
    }

    private void caller() {
        trace.first(TraceEvent.Recognised.class).ifPresent(recognised -> {
            String customer = explanation
                    .facts()
                    .flatMap(io.stellwerk.engine.fact.Facts::customer)
                    .map(known -> "customer " + known.id() + ", ")
                    .orElse("");
            String looked = recognised.match() == CallerMatch.ANONYMOUS
                    ? ""
                    : ", looked up in " + Times.text(recognised.took());
            line("Caller", customer + matchText(recognised.match(), recognised.candidates()) + looked);
        });
        trace.first(TraceEvent.LookUpFailed.class)
                .ifPresent(failed -> line("", "the customers could not be read: " + failed.why()));
    }

    private static String matchText(CallerMatch match, int candidates) {
        return switch (match) {
            case UNIQUE -> "the number is his alone";
            case ORGANISATION -> "the number is a direct dialling of this organisation";
            case AMBIGUOUS -> candidates + " customers share the number; the tenant's policy picked";
            case UNKNOWN -> "no customer has this number";
            case ANONYMOUS -> "no number, so nobody is looked up";
        };
    }

    private void facts() {
        Map<String, String> facts = explanation.factTexts();
        wrapped(
                "Facts",
                facts.entrySet().stream()
                        .map(fact -> fact.getKey() + " = " + fact.getValue())
                        .toList(),
                "   ");
        wrapped("No value", List.copyOf(explanation.factsWithoutValue()), ", ");
    }

    private void derived() {
        String label = "Derived";
        for (TraceEvent event : trace.events()) {
            if (event instanceof TraceEvent.Derived derived) {
                line(label, String.format(Locale.ROOT, "segment %-22s %s", derived.segment(), derived.by()));
                label = "";
            } else if (event instanceof TraceEvent.Announced announced) {
                line(
                        label,
                        String.format(Locale.ROOT, "announcement %-17s %s", announced.announcement(), announced.by()));
                label = "";
            }
        }
    }

    private void rules() {
        String label = "Rules";
        for (Refusals run : Refusals.of(trace.all(TraceEvent.NotMatched.class))) {
            line(label, refusal(run));
            label = "";
        }
        for (TraceEvent.Skipped skipped : trace.all(TraceEvent.Skipped.class)) {
            line(label, "skipped     " + skipped.rule() + ": there is no '" + skipped.missingPlan() + "'");
            label = "";
        }
        for (TraceEvent.Decided decided : trace.all(TraceEvent.Decided.class)) {
            line(label, "DECIDED     " + decided.by());
            label = "";
        }
        List<TraceEvent.AlsoMatched> also = trace.all(TraceEvent.AlsoMatched.class);
        if (!also.isEmpty()) {
            wrapped(
                    "Also match",
                    also.stream().map(each -> each.rule().toString()).toList(),
                    ", ");
        }
    }

    private String refusal(Refusals run) {
        String actual = explanation.actual(run.fact(), run.actual());
        String conditions = String.join(" | ", run.conditions());
        String asks = conditions.length() <= 40
                ? conditions
                : "one of " + run.conditions().size() + " others";
        return String.format(
                Locale.ROOT,
                "no match    %-44s %s is %s, asked for %s",
                rows(run),
                run.fact(),
                actual.isEmpty() ? "without value" : actual,
                asks);
    }

    private static String rows(Refusals run) {
        List<String> rules = run.rules();
        String first = new RuleId(run.file(), rules.get(0)).toString();
        return rules.size() == 1 ? first : first + " .. " + rules.get(rules.size() - 1) + " (" + rules.size() + ")";
    }

    private void placement() {
        String label = "Placement";
        for (TraceEvent event : trace.events()) {
            if (event instanceof TraceEvent.StepPlaced step) {
                line(label, step(step));
                label = "";
            } else if (event instanceof TraceEvent.Overflowed overflowed) {
                line(label, overflowed.planId() + " has nothing left: overflow to " + overflowed.toPlanId());
                label = "";
            } else if (event instanceof TraceEvent.FellBack fellBack) {
                line(label, "default route: " + DecisionText.words(fellBack.reason()));
                label = "";
            }
        }
    }

    private static String step(TraceEvent.StepPlaced step) {
        String detail = step.detail().isEmpty() ? "" : " (" + step.detail() + ")";
        return String.format(
                Locale.ROOT,
                "%-28s %-28s %s%s",
                step.planId() + (step.step() > 0 ? " step " + step.step() : ""),
                step.goal(),
                words(step.outcome()),
                detail);
    }

    private static String words(StepOutcome outcome) {
        return switch (outcome) {
            case PLACED -> "placed";
            case CLOSED -> "closed";
            case OUT_OF_SERVICE -> "OUT OF SERVICE";
            case UNKNOWN_PERSON -> "nobody of this name in the directory of people";
            case UNKNOWN_TARGET -> "no such target";
            case ALREADY_PLACED -> "is in the list already";
            case LOOP -> "was entered already";
        };
    }

    private void wrapped(String label, List<String> items, String separator) {
        if (items.isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        for (String item : items) {
            if (current.length() > 0 && current.length() + separator.length() + item.length() > WIDTH - LABEL) {
                lines.add(current.toString());
                current.setLength(0);
            }
            current.append(current.length() > 0 ? separator : "").append(item);
        }
        lines.add(current.toString());
        for (int i = 0; i < lines.size(); i++) {
            line(i == 0 ? label : "", lines.get(i));
        }
    }

    private void line(String label, String text) {
        out.println(
                String.format(Locale.ROOT, "%-" + LABEL + "s%s", label, text).stripTrailing());
    }
}
