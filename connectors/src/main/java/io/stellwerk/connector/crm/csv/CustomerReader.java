package io.stellwerk.connector.crm.csv;

import io.stellwerk.engine.call.NumberPrefix;
import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.customer.AttributeDeclaration;
import io.stellwerk.engine.customer.AttributeValue;
import io.stellwerk.engine.customer.CustomerProfile;
import io.stellwerk.engine.customer.Offer;
import io.stellwerk.engine.port.NumberPlan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads a customer from a row. What is wrong is noted in the row, all of it at once; what is read is meaningless then.
 */
final class CustomerReader {

    private static final int LARGEST_COUNT = 1_000_000;
    private static final List<String> FIELDS = List.of(
            "id",
            "name",
            "numbers",
            "trunks",
            "customerClass",
            "value",
            "since",
            "dunningLevel",
            "openComplaints",
            "offers",
            "language",
            "tags",
            "preferredContact",
            "organisations");

    private final ImportOptions options;
    private final NumberText numberText;

    CustomerReader(ImportOptions options, NumberPlan numberPlan) {
        this.options = options;
        this.numberText = new NumberText(numberPlan, options.country());
    }

    /** All that a column may hold. */
    List<String> fields() {
        return Stream.concat(FIELDS.stream(), options.attributes().stream().map(AttributeDeclaration::name))
                .toList();
    }

    CustomerProfile profile(FieldRow row) {
        String id = row.text("id");
        if (id.isEmpty()) {
            row.wrong("id", QuarantineReason.MISSING_ID, "is no id: each customer needs one of his own");
        }
        return new CustomerProfile(
                id.isEmpty() ? "?" : id,
                row.text("name"),
                customerClass(row),
                decimal(row, "value").orElse(BigDecimal.ZERO),
                day(row, "since"),
                count(row, "dunningLevel"),
                count(row, "openComplaints"),
                offers(row),
                language(row),
                Set.copyOf(CellText.several(row.text("tags"))),
                row.text("preferredContact"),
                Set.copyOf(CellText.several(row.text("organisations"))),
                attributes(row));
    }

    Set<PhoneNumber> numbers(FieldRow row) {
        return read(
                row,
                "numbers",
                numberText::number,
                QuarantineReason.NOT_A_PHONE_NUMBER,
                "is no phone number: write +4930123456 or 030 123456; several by |");
    }

    Set<NumberPrefix> trunks(FieldRow row) {
        return read(
                row,
                "trunks",
                numberText::trunk,
                QuarantineReason.NOT_A_TRUNK,
                "is no trunk of at least six digits: write +49301234-0 or +49301234*; several by |");
    }

    private static <T> Set<T> read(
            FieldRow row, String field, Function<String, Optional<T>> reader, QuarantineReason reason, String remedy) {
        Set<T> values = new LinkedHashSet<>();
        for (String text : CellText.several(row.text(field))) {
            reader.apply(text).ifPresentOrElse(values::add, () -> row.wrongValue(field, text, reason, remedy));
        }
        return values;
    }

    private String customerClass(FieldRow row) {
        String text = row.text("customerClass");
        if (!text.isEmpty()
                && !options.customerClasses().isEmpty()
                && !options.customerClasses().contains(text)) {
            row.wrong(
                    "customerClass",
                    QuarantineReason.UNKNOWN_CLASS,
                    "is none of the tenant's classes " + options.customerClasses());
        }
        return text;
    }

    private static String language(FieldRow row) {
        String text = row.text("language").toLowerCase(Locale.ROOT);
        boolean twoLetters = text.length() == 2 && text.chars().allMatch(c -> c >= 'a' && c <= 'z');
        if (!text.isEmpty() && !twoLetters) {
            row.wrong(
                    "language", QuarantineReason.NOT_A_LANGUAGE, "is no language: write a code of two letters, as de");
        }
        return text;
    }

    private static int count(FieldRow row, String field) {
        String text = row.text(field);
        if (text.isEmpty()) {
            return 0;
        }
        boolean digits = text.length() <= 7 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int count = digits ? Integer.parseInt(text) : -1;
        if (count < 0 || count > LARGEST_COUNT) {
            row.wrong(field, QuarantineReason.NOT_A_COUNT, "is no whole number from 0 to " + LARGEST_COUNT);
        }
        return count;
    }

    private Optional<BigDecimal> decimal(FieldRow row, String field) {
        return row.text(field).isEmpty() ? Optional.empty() : decimal(row, field, row.text(field));
    }

    private Optional<BigDecimal> decimal(FieldRow row, String field, String text) {
        Optional<BigDecimal> number = DecimalText.read(text, options.decimalMark());
        if (DecimalText.isAmbiguous(text, options.decimalMark())) {
            row.wrongValue(
                    field,
                    text,
                    QuarantineReason.AMBIGUOUS_NUMBER,
                    "may be one and a bit or more than a thousand: say by which mark the file's decimals are written");
        } else if (number.isEmpty()) {
            row.wrongValue(field, text, QuarantineReason.NOT_A_NUMBER, "is no number: write 1234.56 or 1.234,56");
        }
        return number;
    }

    private static Optional<LocalDate> day(FieldRow row, String field) {
        String text = row.text(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> day = DateText.read(text);
        if (day.isEmpty()) {
            row.wrong(field, QuarantineReason.NOT_A_DATE, "is no date: write 2026-12-24 or 24.12.2026");
        }
        return day;
    }

    private List<Offer> offers(FieldRow row) {
        List<Offer> offers = new ArrayList<>();
        for (String text : CellText.several(row.text("offers"))) {
            int colon = text.lastIndexOf(':');
            if (colon < 0) {
                row.wrongValue(
                        "offers", text, QuarantineReason.NOT_AN_OFFER, "is no offer: write owner:value; several by |");
            } else {
                decimal(row, "offers", CellText.trim(text.substring(colon + 1)))
                        .ifPresent(value -> offers.add(new Offer(CellText.trim(text.substring(0, colon)), value)));
            }
        }
        return offers;
    }

    private Map<String, AttributeValue> attributes(FieldRow row) {
        if (options.attributes().isEmpty()) {
            return Map.of();
        }
        Map<String, AttributeValue> values = new HashMap<>();
        for (AttributeDeclaration declared : options.attributes()) {
            if (!row.text(declared.name()).isEmpty()) {
                attribute(row, declared).ifPresent(value -> values.put(declared.name(), value));
            }
        }
        return values;
    }

    private Optional<AttributeValue> attribute(FieldRow row, AttributeDeclaration declared) {
        String name = declared.name();
        return switch (declared.type()) {
            case TEXT -> Optional.of(new AttributeValue.Text(row.text(name)));
            case NUMBER -> decimal(row, name).map(AttributeValue.Numeric::new);
            case DATE -> day(row, name).map(AttributeValue.Day::new);
            case YES_NO -> yesNo(row, name);
            case ONE_OF -> oneOf(row, declared);
        };
    }

    private static Optional<AttributeValue> yesNo(FieldRow row, String field) {
        switch (row.text(field).toLowerCase(Locale.ROOT)) {
            case "yes", "ja", "true" -> {
                return Optional.of(new AttributeValue.YesNo(true));
            }
            case "no", "nein", "false" -> {
                return Optional.of(new AttributeValue.YesNo(false));
            }
            default -> {
                row.wrong(field, QuarantineReason.NOT_YES_OR_NO, "is neither yes nor no (ja, nein, true, false)");
                return Optional.empty();
            }
        }
    }

    private static Optional<AttributeValue> oneOf(FieldRow row, AttributeDeclaration declared) {
        String text = row.text(declared.name());
        if (!declared.values().contains(text)) {
            row.wrong(declared.name(), QuarantineReason.UNKNOWN_VALUE, "is none of the values " + declared.values());
        }
        return Optional.of(new AttributeValue.Text(text));
    }
}
