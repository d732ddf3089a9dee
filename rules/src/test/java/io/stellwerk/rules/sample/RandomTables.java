package io.stellwerk.rules.sample;

import io.stellwerk.engine.call.NumberPrefix;
import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.customer.AttributeDeclaration;
import io.stellwerk.engine.customer.AttributeType;
import io.stellwerk.engine.route.ReleaseCause;
import io.stellwerk.engine.route.Template;
import io.stellwerk.engine.route.WeeklyHours;
import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.table.Action;
import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.ColumnOperator;
import io.stellwerk.rules.table.Condition;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.HitPolicy;
import io.stellwerk.rules.table.Phase;
import io.stellwerk.rules.table.RejectWord;
import io.stellwerk.rules.table.Row;
import io.stellwerk.rules.table.Term;
import io.stellwerk.rules.write.CellWriter;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Tables of every kind of column, cell and action, with texts that are awkward to write. */
public final class RandomTables {

    public static final FactDictionary DICTIONARY = FactDictionary.of(
            List.of(
                    new AttributeDeclaration("product", AttributeType.ONE_OF, List.of("power", "none", "a, b", "ü")),
                    new AttributeDeclaration("paperless", AttributeType.YES_NO, List.of())),
            List.of("A", "B", "C"),
            List.of("service", "faults"),
            List.of("hamburg"),
            List.of("service-hours"));

    private static final List<String> TEXTS = List.of(
            "A",
            "none",
            "NOT",
            "not",
            "-",
            "a, b",
            "say \"x\"",
            "\"",
            "x*",
            " blank ",
            "ü",
            "(x)",
            "[1..2]",
            ">= 2",
            "two words",
            "a;b",
            "line\nbreak",
            "#hash",
            "a'b",
            "=1+1",
            "5",
            "yes",
            "\\",
            "\u2028",
            "tab\tbell\u0007",
            "carriage\rreturn",
            "_x000D_",
            "\uFFFE",
            "1-2",
            "😀");

    private final Random random;

    public RandomTables(Random random) {
        this.random = random;
    }

    public DecisionTable next() {
        HitPolicy policy = pick(HitPolicy.values());
        Phase phase = pick(Phase.values());
        List<Condition> conditions = conditions();
        List<Row> rows = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            rows.add(row("row-" + i, policy, conditions));
        }
        return new DecisionTable(
                "rules/t.csv",
                pick("Offers", "a;b", "say \"x\"", "ü, ö", "#x", "two\nlines"),
                phase,
                policy,
                random.nextInt(-9, 9),
                conditions,
                rows);
    }

    /** A table without the places of its rows: where something stands is not what it says. */
    public static DecisionTable placeless(DecisionTable table) {
        return new DecisionTable(
                "",
                table.name(),
                table.phase(),
                table.hitPolicy(),
                table.salience(),
                table.conditions(),
                table.rows().stream()
                        .map(row -> new Row(
                                row.id(), row.enabled(), row.priority(), row.cells(), row.action(), row.comment(), 0))
                        .toList());
    }

    private List<Condition> conditions() {
        List<FactField> facts = new ArrayList<>(DICTIONARY.fields());
        Set<Condition> conditions = new LinkedHashSet<>();
        for (int i = random.nextInt(1, 8); i > 0; i--) {
            FactField fact = facts.get(random.nextInt(facts.size()));
            conditions.add(new Condition(fact, operator(fact)));
        }
        return List.copyOf(conditions);
    }

    private ColumnOperator operator(FactField fact) {
        return switch (fact.type()) {
            case NUMBER, DATE, TIME -> pick(ColumnOperator.IS, ColumnOperator.AT_LEAST, ColumnOperator.AT_MOST);
            case TEXT, PHONE_NUMBER -> pick(ColumnOperator.IS, ColumnOperator.STARTS_WITH);
            default -> ColumnOperator.IS;
        };
    }

    private Row row(String id, HitPolicy policy, List<Condition> conditions) {
        return new Row(
                id,
                random.nextInt(4) > 0,
                policy == HitPolicy.PRIORITY ? random.nextInt(-5, 5) : 0,
                conditions.stream().map(this::cell).toList(),
                action(),
                pick("", "", "goes; to \"him\"", "two\nlines", "a, b"),
                0);
    }

    private Action action() {
        Optional<Template> plan = Optional.of(
                        pick("account-manager", "person:{customer.offerOwner}", "kam-{customer.id}-x"))
                .filter(text -> random.nextBoolean())
                .map(Template::parse);
        Optional<ReleaseCause> reject = Stream.concat(
                        Stream.of(RejectWord.values()).map(RejectWord::cause),
                        Stream.of(new ReleaseCause(34, 503, "No Circuit; later")))
                .filter(cause -> random.nextInt(5) == 0)
                .findFirst();
        return new Action(plan, reject, names(), names());
    }

    private List<String> names() {
        return Stream.of("vip", "late payer", "ü.x_1")
                .filter(name -> random.nextInt(3) == 0)
                .toList();
    }

    public Cell cell(Condition condition) {
        if (random.nextInt(4) == 0) {
            return Cell.ANY;
        }
        List<Term> terms = new ArrayList<>();
        if (random.nextInt(5) == 0) {
            terms.add(new Term.NoValue());
        }
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            terms.add(term(condition));
        }
        Cell unwritten = new Cell(terms, random.nextInt(3) == 0, "");
        return new Cell(unwritten.terms(), unwritten.negated(), new CellWriter(condition).write(unwritten));
    }

    private Term term(Condition condition) {
        boolean is = condition.operator() == ColumnOperator.IS;
        FactField fact = condition.fact();
        return switch (fact.type()) {
            case TEXT -> is && random.nextBoolean() ? new Term.Is(pick(TEXTS)) : new Term.StartsWith(pick(TEXTS));
            case ONE_OF, TEXT_SET -> new Term.Is(fact.values().isEmpty() ? pick(TEXTS) : pick(fact.values()));
            case YES_NO -> new Term.Is(random.nextBoolean());
            case WEEKDAY -> new Term.Is(pick(DayOfWeek.values()));
            case PHONE_NUMBER ->
                is && random.nextBoolean()
                        ? new Term.Is(new PhoneNumber(random.nextLong(10, 1_000_000_000_000_000L)))
                        : new Term.HasPrefix(new NumberPrefix(random.nextLong(1, 100_000)));
            case SCHEDULE -> new Term.During(hours());
            case NUMBER -> ordered(is, number(), number());
            case DATE -> ordered(is, date(), date());
            case TIME -> ordered(false, time(), time());
        };
    }

    private <T extends Comparable<T>> Term ordered(boolean is, T one, T other) {
        boolean fromIncluded = random.nextBoolean();
        boolean untilIncluded = random.nextBoolean();
        if (is && random.nextInt(3) == 0) {
            return new Term.Is(one);
        } else if (random.nextInt(3) == 0) {
            return new Term.Between(one, fromIncluded, null, false);
        } else if (random.nextInt(3) == 0) {
            return new Term.Between(null, false, one, untilIncluded);
        } else if (one.compareTo(other) == 0) {
            return new Term.Between(one, true, one, true);
        }
        boolean inOrder = one.compareTo(other) < 0;
        return new Term.Between(inOrder ? one : other, fromIncluded, inOrder ? other : one, untilIncluded);
    }

    private BigDecimal number() {
        BigDecimal number = BigDecimal.valueOf(random.nextInt(-2000, 2000), random.nextInt(3))
                .stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private LocalDate date() {
        return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(800));
    }

    private LocalTime time() {
        return LocalTime.of(random.nextInt(24), random.nextInt(4) * 15);
    }

    private WeeklyHours hours() {
        Set<DayOfWeek> days = EnumSet.of(pick(DayOfWeek.values()));
        for (int i = random.nextInt(8); i > 0; i--) {
            days.add(pick(DayOfWeek.values()));
        }
        int from = random.nextInt(24) * 60;
        return switch (random.nextInt(3)) {
            case 0 -> WeeklyHours.allDay(days);
            case 1 -> new WeeklyHours(days, from, WeeklyHours.DAY);
            default -> new WeeklyHours(days, from, from + 15 + random.nextInt(1400));
        };
    }

    @SafeVarargs
    private final <T> T pick(T... all) {
        return all[random.nextInt(all.length)];
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
