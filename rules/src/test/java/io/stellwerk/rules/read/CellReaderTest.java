package io.stellwerk.rules.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.fact.FactType;
import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.ColumnOperator;
import io.stellwerk.rules.value.CellProblem;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellReaderTest {

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(strings = {"", " ", "-", " - "})
    void an_empty_cell_or_a_dash_matches_anything(String text) {
        for (FactType type : FactType.values()) {
            assertThat(read(type, ColumnOperator.IS, text).cell()).contains(Cell.ANY);
        }
    }

    @ParameterizedTest(name = "{0} [{1}] is {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    TEXT         | A                     | Is[value=A]
                    TEXT         | A, B b                | Is[value=A], Is[value=B b]
                    TEXT         | not(A, B)             | not Is[value=A], Is[value=B]
                    TEXT         | NOT ( A )             | not Is[value=A]
                    TEXT         | none                  | NoValue[]
                    TEXT         | not(none)             | not NoValue[]
                    TEXT         | A, none               | Is[value=A], NoValue[]
                    TEXT         | nonesuch              | Is[value=nonesuch]
                    TEXT         | none such             | Is[value=none such]
                    TEXT         | "none"                | Is[value=none]
                    TEXT         | "-"                   | Is[value=-]
                    TEXT         | "a, b"                | Is[value=a, b]
                    TEXT         | "say ""hi"" x"        | Is[value=say "hi" x]
                    TEXT         | A*                    | StartsWith[prefix=A]
                    TEXT         | "A*"                  | Is[value=A*]
                    TEXT         | "a,b"*                | StartsWith[prefix=a,b]
                    TEXT         | notable               | Is[value=notable]
                    ONE_OF       | A                     | Is[value=A]
                    TEXT_SET     | A, B                  | Is[value=A], Is[value=B]
                    NUMBER       | 2                     | Is[value=2]
                    NUMBER       | -2.50                 | Is[value=-2.5]
                    NUMBER       | 100                   | Is[value=100]
                    NUMBER       | 1,5                   | Is[value=1], Is[value=5]
                    NUMBER       | >= 2                  | Between[from=2, fromIncluded=true, until=null, untilIncluded=false]
                    NUMBER       | >2                    | Between[from=2, fromIncluded=false, until=null, untilIncluded=false]
                    NUMBER       | <= 2                  | Between[from=null, fromIncluded=false, until=2, untilIncluded=true]
                    NUMBER       | < -2                  | Between[from=null, fromIncluded=false, until=-2, untilIncluded=false]
                    NUMBER       | [2..5]                | Between[from=2, fromIncluded=true, until=5, untilIncluded=true]
                    NUMBER       | ]2..5[                | Between[from=2, fromIncluded=false, until=5, untilIncluded=false]
                    NUMBER       | (2 .. 5)              | Between[from=2, fromIncluded=false, until=5, untilIncluded=false]
                    NUMBER       | [2..5[                | Between[from=2, fromIncluded=true, until=5, untilIncluded=false]
                    NUMBER       | not([1..1.5], 7)      | not Between[from=1, fromIncluded=true, until=1.5, untilIncluded=true], Is[value=7]
                    DATE         | 2026-12-24            | Is[value=2026-12-24]
                    DATE         | 4.12.2026             | Is[value=2026-12-04]
                    DATE         | [24.12.2026..26.12.2026] | Between[from=2026-12-24, fromIncluded=true, until=2026-12-26, untilIncluded=true]
                    TIME         | 08:00-18:00           | Between[from=08:00, fromIncluded=true, until=18:00, untilIncluded=false]
                    TIME         | 8:00 – 18:00          | Between[from=08:00, fromIncluded=true, until=18:00, untilIncluded=false]
                    TIME         | 22:00-06:00           | Between[from=22:00, fromIncluded=true, until=06:00, untilIncluded=false]
                    TIME         | 08:00-24:00           | Between[from=08:00, fromIncluded=true, until=null, untilIncluded=false]
                    TIME         | >= 08:00              | Between[from=08:00, fromIncluded=true, until=null, untilIncluded=false]
                    TIME         | [22:00..06:00]        | Between[from=22:00, fromIncluded=true, until=06:00, untilIncluded=true]
                    WEEKDAY      | Mo                    | Is[value=MONDAY]
                    WEEKDAY      | di, Do                | Is[value=TUESDAY], Is[value=THURSDAY]
                    WEEKDAY      | Fr-Mo                 | Is[value=FRIDAY], Is[value=SATURDAY], Is[value=SUNDAY], Is[value=MONDAY]
                    WEEKDAY      | not(Sa, So)           | not Is[value=SATURDAY], Is[value=SUNDAY]
                    YES_NO       | yes                   | Is[value=true]
                    YES_NO       | Nein                  | Is[value=false]
                    YES_NO       | ja, none              | Is[value=true], NoValue[]
                    PHONE_NUMBER | +4930*                | HasPrefix[prefix=NumberPrefix[digits=4930]]
                    PHONE_NUMBER | not(+49*, +43*)       | not HasPrefix[prefix=NumberPrefix[digits=49]], HasPrefix[prefix=NumberPrefix[digits=43]]
                    SCHEDULE     | 08:00-18:00           | During MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY 480 1080
                    SCHEDULE     | Sa                    | During SATURDAY 0 1440
                    SCHEDULE     | Sa,Su 09:00-12:00     | During SATURDAY SUNDAY 540 720
                    SCHEDULE     | Fr-Mo 22:00-06:00     | During MONDAY FRIDAY SATURDAY SUNDAY 1320 1800
                    SCHEDULE     | Mi 08:00-24:00, Do 00:00-24:00 | During WEDNESDAY 480 1440, During THURSDAY 0 1440
                    SCHEDULE     | not(Sa 09:00-12:00)   | not During SATURDAY 540 720
                    """)
    void a_cell_is_understood_by_the_type_of_its_fact(FactType type, String text, String expected) {
        CellReading reading = read(type, ColumnOperator.IS, text);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.cell().map(CellText::of)).contains(expected);
        assertThat(reading.cell().map(Cell::text)).contains(text);
    }

    @ParameterizedTest(name = "{0} {1} [{2}] is {3}")
    @CsvSource(delimiter = '|', textBlock = """
                    NUMBER       | AT_LEAST    | 2     | Between[from=2, fromIncluded=true, until=null, untilIncluded=false]
                    NUMBER       | AT_MOST     | 2     | Between[from=null, fromIncluded=false, until=2, untilIncluded=true]
                    NUMBER       | AT_LEAST    | < 2   | Between[from=null, fromIncluded=false, until=2, untilIncluded=false]
                    TIME         | AT_LEAST    | 08:00 | Between[from=08:00, fromIncluded=true, until=null, untilIncluded=false]
                    TEXT         | STARTS_WITH | A, B  | StartsWith[prefix=A], StartsWith[prefix=B]
                    PHONE_NUMBER | STARTS_WITH | +4930 | HasPrefix[prefix=NumberPrefix[digits=4930]]
                    NUMBER       | AT_LEAST    | not(2)| not Between[from=2, fromIncluded=true, until=null, untilIncluded=false]
                    """)
    void an_operator_of_the_column_says_how_plain_values_are_meant(
            FactType type, ColumnOperator operator, String text, String expected) {
        CellReading reading = read(type, operator, text);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.cell().map(CellText::of)).contains(expected);
    }

    @ParameterizedTest(name = "{0} [{1}] at {2}: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    TEXT         | A,,B           | 2  | malformed-cell | An alternative is missing here. Write a value, or leave the comma out.
                    TEXT         | A (B)          | 2  | malformed-cell | '(' is not understood in a text. Write a text with special characters in quotes.
                    TEXT         | not(A          | 5  | malformed-cell | The bracket of not( is not closed here. Write it like not(A, B).
                    TEXT         | not(A) B       | 7  | malformed-cell | 'B' is not understood here. Separate alternatives by commas, and write texts with special characters in quotes.
                    TEXT         | "A             | 0  | malformed-cell | The quote that opens here is not closed. Close it, or write two quotes for one.
                    TEXT_SET     | A*             | 1  | malformed-cell | 'fact' cannot be compared by its beginning. List the values, or write it in quotes if the star belongs to it.
                    ONE_OF       | A, Bee         | 3  | unknown-value  | 'Bee' is not a value of fact. Did you mean 'Bees'?
                    ONE_OF       | a              | 0  | unknown-value  | 'a' is not a value of fact. Did you mean 'A'?
                    ONE_OF       | power          | 0  | unknown-value  | 'power' is not a value of fact. Known values are A, B, Bees.
                    NUMBER       | two            | 0  | malformed-cell | 'two' is not a number. Write digits with a decimal point, such as 1.5.
                    NUMBER       | 1e9            | 0  | malformed-cell | '1e9' is not a number. Write digits with a decimal point, such as 1.5.
                    NUMBER       | >=             | 2  | malformed-cell | Here a number is missing. Write digits with a decimal point, such as 1.5.
                    NUMBER       | 1, [5..2]      | 3  | reversed-range | No value lies in '[5..2]'. Write the smaller end first.
                    NUMBER       | ]2..2]         | 0  | reversed-range | No value lies in ']2..2]'. Include the ends: [..].
                    NUMBER       | [2..5          | 5  | malformed-cell | The range that opens before is not closed here. Write a range like [2..5], or ]2..5[ without its ends.
                    NUMBER       | [2-5]          | 1  | malformed-cell | '2-5]' has no '..'. Write a range like [2..5], or ]2..5[ without its ends.
                    NUMBER       | 2 5            | 0  | malformed-cell | '2 5' is not a number. Write digits with a decimal point, such as 1.5.
                    DATE         | 2026-02-29     | 0  | malformed-date | '2026-02-29' is not a day of the calendar. Write it like 2026-12-24 or 24.12.2026.
                    DATE         | 24.12.         | 0  | malformed-date | '24.12.' is not a day of the calendar. Write it like 2026-12-24 or 24.12.2026.
                    TIME         | 25:00-26:00    | 0  | malformed-cell | '25:00' is not a time. Write it like 08:00-18:00; the whole day is 00:00-24:00.
                    TIME         | 08:00-08:00    | 0  | malformed-cell | '08:00-08:00' is not a span of the day. Write it like 08:00-18:00; the whole day is 00:00-24:00.
                    TIME         | 08:00          | 0  | exact-time     | '08:00' is a single instant, which hardly any call meets. Write a span such as 08:00-18:00, or >= 08:00.
                    WEEKDAY      | Mo-Xx          | 3  | malformed-hours | 'Xx' is not a day. Days are Mo Tu We Th Fr Sa Su, in German Mo Di Mi Do Fr Sa So.
                    YES_NO       | maybe          | 0  | malformed-cell | 'maybe' is not yes or no. Write yes or no, in German ja or nein.
                    PHONE_NUMBER | 030111222      | 0  | malformed-cell | '0301*****' is not an international number. Write a plus and 2 to 15 digits, with a star behind it for all that begin so: +4930*.
                    SCHEDULE     | Mo-Fr 8-18     | 6  | malformed-hours | '8' is not a time. Write it like Mo-Fr 08:00-18:00.
                    SCHEDULE     | Mo 08:00-12:00, 13:00-17:00 | 16 | malformed-hours | It is not clear on which days '13:00-17:00' is meant. Write it like Mo-Fr 08:00-18:00.
                    SCHEDULE     | Mo 08:00-08:00 | 3  | reversed-range | '08:00-08:00' is an empty span. A whole day is 00:00-24:00; a span that passes midnight is 22:00-06:00.
                    SCHEDULE     | Mo 24:00-06:00 | 3  | reversed-range | '24:00-06:00' is an empty span. A whole day is 00:00-24:00; a span that passes midnight is 22:00-06:00.
                    """)
    void what_is_not_understood_is_told_with_its_place_and_a_remedy(
            FactType type, String text, int at, String code, String told) {
        List<CellProblem> problems = read(type, ColumnOperator.IS, text).problems();

        assertThat(problems).hasSize(1);
        CellProblem problem = problems.get(0);
        assertThat(problem.code().slug()).isEqualTo(code);
        assertThat(problem.message() + " " + problem.remedy()).isEqualTo(told);
        assertThat(problem.at()).isEqualTo(at);
    }

    private static CellReading read(FactType type, ColumnOperator operator, String text) {
        List<String> values = type == FactType.ONE_OF ? List.of("A", "B", "Bees") : List.of();
        return new CellReader(new FactField("fact", type, values, "Fact", "Fakt", facts -> null), operator).read(text);
    }
}
