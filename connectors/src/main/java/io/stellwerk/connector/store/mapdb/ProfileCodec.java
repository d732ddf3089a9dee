package io.stellwerk.connector.store.mapdb;

import io.stellwerk.engine.customer.AttributeValue;
import io.stellwerk.engine.customer.CustomerProfile;
import io.stellwerk.engine.customer.Offer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A customer profile as bytes: the id, one bit for each field that has a value, then those values. Where it ends follows
 * from itself, so profiles stand behind one another without lengths.
 *
 * <p>The version of this form is {@link About#FORMAT}, written once a generation.
 */
final class ProfileCodec {

    private static final int NAME = 1;
    private static final int CLASS = 1 << 1;
    private static final int VALUE = 1 << 2;
    private static final int SINCE = 1 << 3;
    private static final int OFFERS = 1 << 4;
    private static final int ATTRIBUTES = 1 << 5;
    private static final int TAGS = 1 << 6;
    private static final int DUNNING = 1 << 7;
    private static final int COMPLAINTS = 1 << 8;
    private static final int LANGUAGE = 1 << 9;
    private static final int CONTACT = 1 << 10;
    private static final int ORGANISATIONS = 1 << 11;

    private static final int TEXT = 0;
    private static final int NUMERIC = 1;
    private static final int NO = 2;
    private static final int YES = 3;
    private static final int DAY = 4;

    private final Vocabulary vocabulary;

    ProfileCodec(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    void write(PackedWriter out, CustomerProfile profile) {
        out.text(profile.id());
        out.unsigned(fieldsOf(profile));
        if (!profile.name().isEmpty()) {
            out.text(profile.name());
        }
        word(out, profile.customerClass());
        if (hasValue(profile)) {
            out.decimal(profile.value());
        }
        profile.since().ifPresent(day -> out.signed(day.toEpochDay()));
        if (!profile.openOffers().isEmpty()) {
            offers(out, profile.openOffers());
        }
        if (!profile.attributes().isEmpty()) {
            attributes(out, profile.attributes());
        }
        words(out, profile.tags());
        count(out, profile.dunningLevel());
        count(out, profile.openComplaints());
        word(out, profile.language());
        word(out, profile.preferredContact());
        words(out, profile.organisations());
    }

    CustomerProfile read(PackedReader in) {
        String id = in.text();
        int fields = in.count();
        String name = has(fields, NAME) ? in.text() : "";
        String customerClass = has(fields, CLASS) ? vocabulary.read(in) : "";
        BigDecimal value = has(fields, VALUE) ? in.decimal() : BigDecimal.ZERO;
        Optional<LocalDate> since =
                has(fields, SINCE) ? Optional.of(LocalDate.ofEpochDay(in.signed())) : Optional.empty();
        List<Offer> offers = has(fields, OFFERS) ? offers(in) : List.of();
        Map<String, AttributeValue> attributes = has(fields, ATTRIBUTES) ? attributes(in) : Map.of();
        Set<String> tags = has(fields, TAGS) ? words(in) : Set.of();
        int dunningLevel = has(fields, DUNNING) ? (int) in.signed() : 0;
        int openComplaints = has(fields, COMPLAINTS) ? (int) in.signed() : 0;
        String language = has(fields, LANGUAGE) ? vocabulary.read(in) : "";
        String preferredContact = has(fields, CONTACT) ? vocabulary.read(in) : "";
        Set<String> organisations = has(fields, ORGANISATIONS) ? words(in) : Set.of();
        return new CustomerProfile(
                id,
                name,
                customerClass,
                value,
                since,
                dunningLevel,
                openComplaints,
                offers,
                language,
                tags,
                preferredContact,
                organisations,
                attributes);
    }

    private static int fieldsOf(CustomerProfile profile) {
        return (profile.name().isEmpty() ? 0 : NAME)
                | (profile.customerClass().isEmpty() ? 0 : CLASS)
                | (hasValue(profile) ? VALUE : 0)
                | (profile.since().isPresent() ? SINCE : 0)
                | (profile.openOffers().isEmpty() ? 0 : OFFERS)
                | (profile.attributes().isEmpty() ? 0 : ATTRIBUTES)
                | (profile.tags().isEmpty() ? 0 : TAGS)
                | (profile.dunningLevel() == 0 ? 0 : DUNNING)
                | (profile.openComplaints() == 0 ? 0 : COMPLAINTS)
                | (profile.language().isEmpty() ? 0 : LANGUAGE)
                | (profile.preferredContact().isEmpty() ? 0 : CONTACT)
                | (profile.organisations().isEmpty() ? 0 : ORGANISATIONS);
    }

    private static boolean has(int fields, int field) {
        return (fields & field) != 0;
    }

    /** 0.00 is written, so that it comes back as it was. */
    private static boolean hasValue(CustomerProfile profile) {
        return profile.value().signum() != 0 || profile.value().scale() != 0;
    }

    private static void count(PackedWriter out, int count) {
        if (count != 0) {
            out.signed(count);
        }
    }

    private void word(PackedWriter out, String word) {
        if (!word.isEmpty()) {
            vocabulary.write(out, word);
        }
    }

    /** In order, so that the same customers always make the same file. */
    private void words(PackedWriter out, Collection<String> words) {
        if (!words.isEmpty()) {
            out.unsigned(words.size());
            words.stream().sorted().forEach(word -> vocabulary.write(out, word));
        }
    }

    private Set<String> words(PackedReader in) {
        String[] words = new String[in.count()];
        Arrays.setAll(words, i -> vocabulary.read(in));
        return Set.of(words);
    }

    private void offers(PackedWriter out, List<Offer> offers) {
        out.unsigned(offers.size());
        for (Offer offer : offers) {
            vocabulary.write(out, offer.owner());
            out.decimal(offer.value());
        }
    }

    private List<Offer> offers(PackedReader in) {
        Offer[] offers = new Offer[in.count()];
        Arrays.setAll(offers, i -> new Offer(vocabulary.read(in), in.decimal()));
        return List.of(offers);
    }

    private void attributes(PackedWriter out, Map<String, AttributeValue> attributes) {
        out.unsigned(attributes.size());
        new TreeMap<>(attributes).forEach((name, value) -> {
            vocabulary.write(out, name);
            attribute(out, value);
        });
    }

    private void attribute(PackedWriter out, AttributeValue attribute) {
        if (attribute instanceof AttributeValue.Text text) {
            out.unsigned(TEXT);
            vocabulary.write(out, text.value());
        } else if (attribute instanceof AttributeValue.Numeric number) {
            out.unsigned(NUMERIC);
            out.decimal(number.value());
        } else if (attribute instanceof AttributeValue.YesNo yes) {
            out.unsigned(yes.value() ? YES : NO);
        } else if (attribute instanceof AttributeValue.Day day) {
            out.unsigned(DAY);
            out.signed(day.value().toEpochDay());
        }
    }

    private Map<String, AttributeValue> attributes(PackedReader in) {
        @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type cannot be made otherwise
        Map.Entry<String, AttributeValue>[] entries = new Map.Entry[in.count()];
        Arrays.setAll(entries, i -> Map.entry(vocabulary.read(in), attribute(in)));
        return Map.ofEntries(entries);
    }

    private AttributeValue attribute(PackedReader in) {
        int type = in.count();
        return switch (type) {
            case TEXT -> new AttributeValue.Text(vocabulary.read(in));
            case NUMERIC -> new AttributeValue.Numeric(in.decimal());
            case NO -> new AttributeValue.YesNo(false);
            case YES -> new AttributeValue.YesNo(true);
            case DAY -> new AttributeValue.Day(LocalDate.ofEpochDay(in.signed()));
            default -> throw new IllegalStateException("An attribute of the unknown type " + type);
        };
    }
}
