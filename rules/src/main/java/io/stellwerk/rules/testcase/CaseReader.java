package io.stellwerk.rules.testcase;

import io.stellwerk.engine.call.Call;
import io.stellwerk.engine.call.CallingParty;
import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.call.ServiceNumber;
import io.stellwerk.engine.customer.CallerMatch;
import io.stellwerk.engine.customer.CustomerMatches;
import io.stellwerk.engine.customer.CustomerProfile;
import io.stellwerk.engine.customer.SeveralMatches;
import io.stellwerk.engine.route.Hotline;
import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Suggestion;
import io.stellwerk.rules.value.ValueReader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads one test case. All that is wrong with it is noted, each with its column. */
final class CaseReader {

    static final String ANONYMOUS = "anonymous";
    /** The carrier and the switch of a case that names none. */
    static final String NETWORK = "test";

    private final CaseScope scope;
    private final CaseSettings settings;
    private final CaseRow row;

    CaseReader(CaseScope scope, CaseSettings settings, CaseRow row) {
        this.scope = scope;
        this.settings = settings;
        this.row = row;
    }

    /** Empty, with findings, if anything of it cannot be read. */
    Optional<TestCase> read() {
        row.checkWidth();
        boolean enabled = enabled();
        Optional<ServiceNumber> called = called();
        CallingParty calling = calling();
        Optional<Instant> at = at();
        Optional<PhoneNumber> divertedFrom = number(CaseColumns.DIVERTED_FROM);
        Set<String> outOfService = outOfService();
        SampleCustomers customers = customers(calling);
        List<Expected> expected = new ExpectationCells(scope, row).read();
        if (expected.isEmpty()) {
            row.wrong(
                    FindingCode.NOTHING_EXPECTED,
                    "The case expects nothing, so it cannot fail.",
                    "Fill in '=> plan' or another column that begins with =>.");
        }
        if (!row.sound() || called.isEmpty() || at.isEmpty()) {
            return Optional.empty();
        }
        String name = row.text(CaseColumns.CASE);
        Call call = new Call(
                name,
                row.text(CaseColumns.CARRIER).isEmpty() ? NETWORK : row.text(CaseColumns.CARRIER),
                NETWORK,
                called.get(),
                calling,
                divertedFrom,
                row.text(CaseColumns.DIGITS),
                1,
                at.get());
        return Optional.of(
                new TestCase(name, row.place(), enabled, new SampleCall(call, customers, outOfService), expected));
    }

    private boolean enabled() {
        String text = row.text(CaseColumns.ENABLED);
        Optional<Boolean> enabled = ValueReader.yesNo(text);
        if (enabled.isEmpty() && !text.isEmpty()) {
            row.wrong(
                    FindingCode.MALFORMED_CELL,
                    CaseColumns.ENABLED,
                    "'" + text + "' is not yes or no.",
                    "Write yes or no, in German ja or nein.");
        }
        return enabled.orElse(true);
    }

    private Optional<ServiceNumber> called() {
        String text = row.text(CaseColumns.CALLED);
        Optional<ServiceNumber> number = scope.hotline(text).map(Hotline::number);
        if (number.isEmpty()) {
            row.wrong(
                    FindingCode.UNKNOWN_HOTLINE,
                    CaseColumns.CALLED,
                    text.isEmpty()
                            ? "The case does not say which hotline is called."
                            : "'" + text + "' is neither a service number nor a hotline.",
                    Suggestion.remedy(text, scope.hotlines(), "hotlines", "There are none."));
        }
        return number;
    }

    private CallingParty calling() {
        String text = row.text(CaseColumns.CALLING);
        return text.equalsIgnoreCase(ANONYMOUS)
                ? CallingParty.ANONYMOUS
                : number(CaseColumns.CALLING)
                        .map(number -> CallingParty.of(number, false))
                        .orElse(CallingParty.ANONYMOUS);
    }

    private Optional<PhoneNumber> number(String column) {
        String text = row.text(column);
        Optional<PhoneNumber> number = text.isEmpty() ? Optional.empty() : scope.number(text);
        if (number.isEmpty() && !text.isEmpty()) {
            row.wrong(
                    FindingCode.MALFORMED_NUMBER,
                    column,
                    "'" + text + "' is no telephone number.",
                    "Write it as it is dialled, or like +494315550222"
                            + (column.equals(CaseColumns.CALLING) ? "; anonymous for none." : "."));
        }
        return number;
    }

    private Optional<Instant> at() {
        String text = row.text(CaseColumns.AT);
        try {
            return Optional.of(MomentText.read(text, scope.tenant().zone()));
        } catch (DateTimeException wrong) {
            row.wrong(
                    FindingCode.MALFORMED_TIME,
                    CaseColumns.AT,
                    text.isEmpty()
                            ? "The case does not say when the call comes, and the file has no setting #at."
                            : "'" + text + "' is not a moment.",
                    String.valueOf(wrong.getMessage()));
            return Optional.empty();
        }
    }

    private Set<String> outOfService() {
        Set<String> targets = new LinkedHashSet<>();
        for (String each : row.text(CaseColumns.OUT_OF_SERVICE).split(",", -1)) {
            String target = each.strip();
            if (!target.isEmpty()
                    && !target.startsWith("person:")
                    && !scope.targets().contains(target)) {
                row.wrong(
                        FindingCode.UNKNOWN_TARGET,
                        CaseColumns.OUT_OF_SERVICE,
                        "There is no target '" + target + "'.",
                        Suggestion.remedy(target, scope.targets(), "targets", "There are none."));
            }
            targets.add(target);
        }
        targets.remove("");
        return targets;
    }

    private SampleCustomers customers(CallingParty calling) {
        Optional<CallerMatch> match = match();
        checkPicked(match);
        Optional<CustomerProfile> profile = profile(match);
        if (profile.isPresent()
                && calling.number().isEmpty()
                && row.text(CaseColumns.CALLING).isEmpty()) {
            contradictory(
                    CaseColumns.CALLING,
                    "A caller without a number is nobody's customer.",
                    "Write his number, or one for all cases: #calling;+494315550222 before the heading.");
        } else if (profile.isPresent() && row.text(CaseColumns.CALLING).equalsIgnoreCase(ANONYMOUS)) {
            contradictory(
                    CaseColumns.CALLING,
                    "An anonymous caller is nobody's customer.",
                    "Write his number, or leave the customer's cells empty.");
        }
        Optional<CustomerMatches> callers = profile.map(known -> matches(known, match.orElse(CallerMatch.UNIQUE)))
                .or(() -> match.map(unknown -> CustomerMatches.NOBODY));
        return new SampleCustomers(callers, settings.people(), scope.crm());
    }

    private void contradictory(String column, String message, String remedy) {
        row.wrong(FindingCode.CONTRADICTORY_CASE, column, message, remedy);
    }

    /** How the caller shall be recognised; empty if the case does not say it. */
    private Optional<CallerMatch> match() {
        String text = row.text(CaseColumns.CALLER_MATCH);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        List<String> known = Stream.of(
                        CallerMatch.UNIQUE, CallerMatch.ORGANISATION, CallerMatch.AMBIGUOUS, CallerMatch.UNKNOWN)
                .map(FactDictionary::code)
                .toList();
        if (!known.contains(text)) {
            row.wrong(
                    FindingCode.UNKNOWN_VALUE,
                    CaseColumns.CALLER_MATCH,
                    "'" + text + "' is no way to recognise a caller.",
                    Suggestion.remedy(text, known, "ways", ""));
            return Optional.empty();
        }
        return Stream.of(CallerMatch.values())
                .filter(match -> FactDictionary.code(match).equals(text))
                .findFirst();
    }

    /** The customer whom the case describes or refers to; empty if it does neither. */
    private Optional<CustomerProfile> profile(Optional<CallerMatch> match) {
        CustomerCells cells = new CustomerCells(scope, row);
        String reference = row.text(CaseColumns.CUSTOMER);
        boolean described = cells.filled();
        if (!reference.isEmpty() && described) {
            contradictory(
                    CaseColumns.CUSTOMER,
                    "The case refers to a customer and describes one too.",
                    "Empty the reference, or the customer's cells.");
        } else if (match.equals(Optional.of(CallerMatch.UNKNOWN)) && (described || !reference.isEmpty())) {
            contradictory(
                    CaseColumns.CALLER_MATCH,
                    "The caller is unknown, and yet a customer.",
                    "Empty this cell, or the customer's cells.");
        } else if (!reference.isEmpty()) {
            return referred(reference);
        } else if (described || match.filter(how -> how != CallerMatch.UNKNOWN).isPresent()) {
            return Optional.of(cells.profile());
        }
        return Optional.empty();
    }

    private Optional<CustomerProfile> referred(String id) {
        Optional<CustomerProfile> found = scope.crm().flatMap(crm -> crm.customer(id));
        if (found.isEmpty()) {
            row.wrong(
                    FindingCode.UNKNOWN_CUSTOMER,
                    CaseColumns.CUSTOMER,
                    scope.crm().isPresent()
                            ? "The CRM has no customer '" + id + "'."
                            : "There is no CRM to look for customer '" + id + "' in.",
                    scope.crm().isPresent()
                            ? "Write the id of one of its customers, or describe him in columns."
                            : "Name one with --customers, or describe the customer in columns.");
        }
        return found;
    }

    private void checkPicked(Optional<CallerMatch> match) {
        if (match.equals(Optional.of(CallerMatch.AMBIGUOUS))
                && scope.tenant().severalMatches() == SeveralMatches.NONE
                && new CustomerCells(scope, row).filled()) {
            contradictory(
                    CaseColumns.CALLER_MATCH,
                    "The tenant's policy picks nobody of several customers.",
                    "Empty the customer's cells: the rules see none.");
        }
    }

    /** Such that the tenant's policy picks this customer, if it picks anybody. */
    static CustomerMatches matches(CustomerProfile customer, CallerMatch match) {
        return match == CallerMatch.AMBIGUOUS
                ? new CustomerMatches(false, List.of(customer, other(customer)))
                : new CustomerMatches(match == CallerMatch.ORGANISATION, List.of(customer));
    }

    private static CustomerProfile other(CustomerProfile customer) {
        return new CustomerProfile(
                customer.id() + "-2",
                "",
                "",
                customer.value().subtract(BigDecimal.ONE),
                Optional.empty(),
                0,
                0,
                List.of(),
                "",
                Set.of(),
                "",
                Set.of(),
                Map.of());
    }
}
