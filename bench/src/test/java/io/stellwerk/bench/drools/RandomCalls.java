package io.stellwerk.bench.drools;

import io.stellwerk.engine.call.Call;
import io.stellwerk.engine.call.CallingParty;
import io.stellwerk.engine.call.LineType;
import io.stellwerk.engine.call.NumberPrefix;
import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.call.ServiceNumber;
import io.stellwerk.engine.customer.AttributeDeclaration;
import io.stellwerk.engine.customer.AttributeType;
import io.stellwerk.engine.customer.AttributeValue;
import io.stellwerk.engine.customer.CallerMatch;
import io.stellwerk.engine.customer.CustomerProfile;
import io.stellwerk.engine.customer.Offer;
import io.stellwerk.engine.customer.SeveralMatches;
import io.stellwerk.engine.fact.Facts;
import io.stellwerk.engine.fact.Regions;
import io.stellwerk.engine.fact.TenantSettings;
import io.stellwerk.engine.port.Holidays;
import io.stellwerk.engine.port.NumberPlan;
import io.stellwerk.engine.route.Hotline;
import io.stellwerk.engine.route.OpeningHours;
import io.stellwerk.engine.route.WeeklyHours;
import io.stellwerk.rules.fact.FactDictionary;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Calls from few values each, so that conditions often meet and often just miss them; any fact may have no value. */
final class RandomCalls {

    static final List<String> CLASSES = List.of("A", "B", "C");
    static final List<String> HOTLINES = List.of("service", "sales");
    static final List<String> REGIONS = List.of("north", "south");
    static final List<String> CALENDARS = List.of("office", "night");
    static final List<String> PRODUCTS = List.of("power", "gas");
    static final List<String> TEXTS = List.of("anna", "bert", "carl", "de", "en", "mail", "phone", "anna b");
    /** As customers' texts are, so that the two may be equal. */
    static final List<String> CARRIERS = List.of("anna", "bert");

    static final List<String> NUMBERS = List.of("+49301", "+493012", "+4940123", "+4989", "+33123", "+15551");
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 11, 16);

    /** That of the machine: standard Drools reads the dates of its attributes in it. */
    static final ZoneId ZONE = ZoneId.systemDefault();

    private static final List<AttributeDeclaration> ATTRIBUTES = List.of(
            new AttributeDeclaration("product", AttributeType.ONE_OF, PRODUCTS),
            new AttributeDeclaration("score", AttributeType.NUMBER, List.of()),
            new AttributeDeclaration("newsletter", AttributeType.YES_NO, List.of()),
            new AttributeDeclaration("contractEnd", AttributeType.DATE, List.of()),
            new AttributeDeclaration("note", AttributeType.TEXT, List.of()));

    static final FactDictionary DICTIONARY = FactDictionary.of(ATTRIBUTES, CLASSES, HOTLINES, REGIONS, CALENDARS);

    private static final TenantSettings TENANT = new TenantSettings(
            "random",
            "Random",
            ZONE,
            "DE",
            "DE-SH",
            SeveralMatches.FIRST,
            3,
            CLASSES,
            ATTRIBUTES,
            new Regions(Map.of("north", List.of(prefix("+4940"), prefix("+49301")), "south", List.of(prefix("+4989")))),
            List.of());

    private static final List<OpeningHours> OPENING = List.of(
            new OpeningHours(
                    "office",
                    "Office",
                    ZONE,
                    Optional.empty(),
                    List.of(new WeeklyHours(WeeklyHours.everyDay(), 8 * 60, 18 * 60)),
                    List.of(),
                    List.of()),
            new OpeningHours(
                    "night",
                    "Night",
                    ZONE,
                    Optional.empty(),
                    List.of(new WeeklyHours(WeeklyHours.everyDay(), 16 * 60, 32 * 60)),
                    List.of(),
                    List.of()));

    private static final World WORLD = new World();

    private final Random random;

    RandomCalls(Random random) {
        this.random = random;
    }

    private static NumberPrefix prefix(String text) {
        return NumberPrefix.parse(text).orElseThrow();
    }

    /** Never at midnight: at the first instant of {@code date-effective} standard Drools does not count a rule yet. */
    Facts next() {
        boolean sales = random.nextBoolean();
        Hotline hotline = new Hotline(
                sales ? "sales" : "service",
                "Hotline",
                ServiceNumber.of(sales ? "+4980022" : "+4980011"),
                maybe(List.of("freephone", "shared")),
                "switchboard");
        Instant at = LocalDateTime.of(
                        FIRST_DAY.plusDays(random.nextInt(7)),
                        LocalTime.of(random.nextInt(24), 15 * (1 + random.nextInt(3))))
                .atZone(ZONE)
                .toInstant();
        Call call = new Call(
                "call",
                text(CARRIERS),
                "",
                hotline.number(),
                number().map(number -> CallingParty.of(number, false)).orElse(CallingParty.ANONYMOUS),
                random.nextBoolean() ? number() : Optional.empty(),
                maybe(List.of("1", "12", "9")),
                1,
                at);
        Optional<CustomerProfile> customer = random.nextInt(5) == 0 ? Optional.empty() : Optional.of(customer());
        CallerMatch match = customer.isEmpty()
                ? CallerMatch.UNKNOWN
                : random.nextBoolean() ? CallerMatch.UNIQUE : CallerMatch.AMBIGUOUS;
        return new Facts(call, hotline, match, customer, TENANT, OPENING, WORLD, WORLD);
    }

    /** A call of which little is known, of a customer of whom nothing is known but the id; at ten on the first day. */
    static Facts blank() {
        return blank(FIRST_DAY.atTime(10, 0).atZone(ZONE).toInstant());
    }

    static Facts blank(Instant at) {
        Hotline hotline = new Hotline("service", "Hotline", ServiceNumber.of("+4980011"), "", "switchboard");
        Call call = new Call("call", "anna", "", hotline.number(), CallingParty.ANONYMOUS, Optional.empty(), "", 1, at);
        CustomerProfile customer = new CustomerProfile(
                "c1", "", "", BigDecimal.ZERO, Optional.empty(), 0, 0, List.of(), "", Set.of(), "", Set.of(), Map.of());
        return new Facts(call, hotline, CallerMatch.UNIQUE, Optional.of(customer), TENANT, OPENING, WORLD, WORLD);
    }

    private Optional<PhoneNumber> number() {
        return random.nextInt(5) == 0 ? Optional.empty() : PhoneNumber.parse(text(NUMBERS));
    }

    private CustomerProfile customer() {
        return new CustomerProfile(
                text(List.of("c1", "c2")),
                maybe(TEXTS),
                maybe(CLASSES),
                number(200),
                random.nextInt(4) == 0 ? Optional.empty() : Optional.of(day()),
                random.nextInt(4),
                random.nextInt(3),
                offers(),
                maybe(List.of("de", "en")),
                texts(List.of("vip", "late", "anna")),
                maybe(List.of("mail", "phone")),
                texts(List.of("acme", "bert")),
                attributes());
    }

    private List<Offer> offers() {
        List<Offer> offers = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            offers.add(new Offer(maybe(List.of("anna", "bert", "carl")), number(200)));
        }
        return offers;
    }

    private Map<String, AttributeValue> attributes() {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put("product", new AttributeValue.Text(text(PRODUCTS)));
        values.put("score", new AttributeValue.Numeric(number(8)));
        values.put("newsletter", new AttributeValue.YesNo(random.nextBoolean()));
        values.put("contractEnd", new AttributeValue.Day(day()));
        values.put("note", new AttributeValue.Text(text(TEXTS)));
        values.values().removeIf(value -> random.nextInt(4) == 0);
        return values;
    }

    /** In quarters, which floating point tells exactly. */
    private BigDecimal number(int below) {
        BigDecimal quarters =
                BigDecimal.valueOf(random.nextInt(3) == 0 ? random.nextInt(below * 4) : 4L * random.nextInt(4));
        return quarters.divide(BigDecimal.valueOf(4));
    }

    private LocalDate day() {
        return FIRST_DAY.plusDays(random.nextInt(7) - 3L);
    }

    private Set<String> texts(List<String> texts) {
        Set<String> some = new HashSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            some.add(text(texts));
        }
        return some;
    }

    private String text(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    /** Empty if there is none. */
    private String maybe(List<String> texts) {
        return random.nextInt(4) == 0 ? "" : text(texts);
    }

    /** A small world in which numbers and days are easily told apart. */
    private static final class World implements NumberPlan, Holidays {

        @Override
        public Optional<PhoneNumber> read(String text, String country) {
            return PhoneNumber.parse(text);
        }

        @Override
        public boolean isEmergency(String text, String country) {
            return false;
        }

        @Override
        public LineType lineType(PhoneNumber number, String country) {
            return number.digits() % 2 == 0 ? LineType.MOBILE : LineType.GEOGRAPHIC;
        }

        @Override
        public Optional<String> country(PhoneNumber number) {
            return number.e164().startsWith("+49")
                    ? Optional.of("DE")
                    : number.e164().startsWith("+33") ? Optional.of("FR") : Optional.empty();
        }

        @Override
        public boolean isHoliday(LocalDate day, String region) {
            return day.getDayOfMonth() % 3 == 0;
        }

        @Override
        public boolean knows(String region) {
            return true;
        }
    }
}
