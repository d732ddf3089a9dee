package io.stellwerk.rules.testcase;

import io.stellwerk.engine.customer.AttributeDeclaration;
import io.stellwerk.engine.customer.AttributeValue;
import io.stellwerk.engine.customer.CustomerProfile;
import io.stellwerk.engine.customer.Offer;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Suggestion;
import io.stellwerk.rules.value.ValueReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the customer of a test case from its cells, which are named and written as in the CRM's file of customers. */
final class CustomerCells {

    /** The id of a customer who has none in his test case. */
    static final String SAMPLE = "sample";

    private static final int LARGEST_COUNT = 50;

    private final CaseScope scope;
    private final CaseRow row;

    CustomerCells(CaseScope scope, CaseRow row) {
        this.scope = scope;
        this.row = row;
    }

    /** Whether any cell says something of a customer. */
    boolean filled() {
        return scope.profileColumns().stream()
                .anyMatch(column -> !row.text(column).isEmpty());
    }

    /** What cannot be read is a finding and left out. */
    CustomerProfile profile() {
        String id = row.text("id");
        return new CustomerProfile(
                id.isEmpty() ? SAMPLE : id,
                row.text("name"),
                customerClass(),
                number("value", row.text("value")).orElse(BigDecimal.ZERO),
                day("since"),
                count("dunningLevel"),
                count("openComplaints"),
                offers(),
                row.text("language"),
                several("tags"),
                row.text("preferredContact"),
                several("organisations"),
                attributes());
    }

    private String customerClass() {
        String text = row.text("customerClass");
        if (!text.isEmpty()) {
            checkKnown("customerClass", text, scope.tenant().customerClasses());
        }
        return text;
    }

    private void checkKnown(String column, String text, Collection<String> known) {
        if (!known.contains(text)) {
            row.wrong(
                    FindingCode.UNKNOWN_VALUE,
                    column,
                    "'" + text + "' is not a value of customer." + column + ".",
                    Suggestion.remedy(text, known, "values", "None are declared: declare it first."));
        }
    }

    private Optional<BigDecimal> number(String column, String text) {
        Optional<BigDecimal> number = ValueReader.number(text);
        if (number.isEmpty() && !text.isEmpty()) {
            malformed(column, text, "a number", "Write digits with a decimal point, such as 1.5.");
        }
        return number;
    }

    private int count(String column) {
        String text = row.text(column);
        Optional<Integer> count = number(column, text)
                .filter(number -> number.scale() == 0 && number.signum() >= 0)
                .filter(number -> number.compareTo(BigDecimal.valueOf(LARGEST_COUNT)) <= 0)
                .map(BigDecimal::intValueExact);
        if (count.isEmpty() && !text.isEmpty()) {
            malformed(column, text, "a count", "Write a whole number from 0 to " + LARGEST_COUNT + ".");
        }
        return count.orElse(0);
    }

    private Optional<LocalDate> day(String column) {
        String text = row.text(column);
        Optional<LocalDate> day = ValueReader.date(text);
        if (day.isEmpty() && !text.isEmpty()) {
            row.wrong(
                    FindingCode.MALFORMED_DATE,
                    column,
                    "'" + text + "' is not a day of the calendar.",
                    "Write it like 2026-12-24 or 24.12.2026.");
        }
        return day;
    }

    private Set<String> several(String column) {
        return Set.copyOf(texts(row.text(column)));
    }

    private static List<String> texts(String text) {
        List<String> texts = new ArrayList<>();
        for (String each : text.split("\\|", -1)) {
            if (!each.isBlank()) {
                texts.add(each.strip());
            }
        }
        return texts;
    }

    private List<Offer> offers() {
        List<Offer> offers = new ArrayList<>();
        for (String text : texts(row.text("offers"))) {
            int colon = text.lastIndexOf(':');
            Optional<BigDecimal> value = colon < 0
                    ? Optional.empty()
                    : ValueReader.number(text.substring(colon + 1).strip());
            if (value.isEmpty()) {
                malformed("offers", text, "an offer", "Write owner:value, several by |.");
            } else {
                offers.add(new Offer(text.substring(0, colon).strip(), value.get()));
            }
        }
        int count = count(CaseColumns.OPEN_OFFERS);
        if (offers.isEmpty()) {
            return Collections.nCopies(count, new Offer("", BigDecimal.ZERO));
        }
        if (!row.text(CaseColumns.OPEN_OFFERS).isEmpty() && count != offers.size()) {
            row.wrong(
                    FindingCode.CONTRADICTORY_CASE,
                    CaseColumns.OPEN_OFFERS,
                    "There are " + offers.size() + " offers, and " + count + " open ones.",
                    "Leave the cell empty: offers are counted.");
        }
        return offers;
    }

    private Map<String, AttributeValue> attributes() {
        Map<String, AttributeValue> values = new HashMap<>();
        for (AttributeDeclaration declared : scope.attributes()) {
            String text = row.text(CaseColumns.of(declared));
            if (!text.isEmpty()) {
                attribute(declared, text).ifPresent(value -> values.put(declared.name(), value));
            }
        }
        return values;
    }

    private Optional<AttributeValue> attribute(AttributeDeclaration declared, String text) {
        String column = CaseColumns.of(declared);
        return switch (declared.type()) {
            case TEXT -> Optional.of(new AttributeValue.Text(text));
            case NUMBER -> number(column, text).map(AttributeValue.Numeric::new);
            case DATE -> day(column).map(AttributeValue.Day::new);
            case YES_NO -> yesNo(column, text).map(AttributeValue.YesNo::new);
            case ONE_OF -> {
                checkKnown(column, text, declared.values());
                yield Optional.of(new AttributeValue.Text(text));
            }
        };
    }

    private Optional<Boolean> yesNo(String column, String text) {
        Optional<Boolean> yes = ValueReader.yesNo(text);
        if (yes.isEmpty()) {
            malformed(column, text, "yes or no", "Write yes or no, in German ja or nein.");
        }
        return yes;
    }

    private void malformed(String column, String text, String wanted, String remedy) {
        row.wrong(FindingCode.MALFORMED_CELL, column, "'" + text + "' is not " + wanted + ".", remedy);
    }
}
