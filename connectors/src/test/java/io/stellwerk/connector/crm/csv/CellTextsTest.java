package io.stellwerk.connector.crm.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.engine.call.NumberPrefix;
import io.stellwerk.engine.call.PhoneNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTextsTest {

    @ParameterizedTest(name = "{0}: by itself {1}, with a point {2}, with a comma {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "0            | 0          | 0          | 0",
                "1234         | 1234       | 1234       | 1234",
                "-12          | -12        | -12        | -12",
                "+7           | 7          | 7          | 7",
                "1234.56      | 1234.56    | 1234.56    | ",
                "1234,56      | 1234.56    |            | 1234.56",
                "1.234,56     | 1234.56    |            | 1234.56",
                "1,234.56     | 1234.56    | 1234.56    | ",
                "1.234        | ambiguous  | 1.234      | 1234",
                "1,234        | ambiguous  | 1234       | 1.234",
                "-12.345      | ambiguous  | -12.345    | -12345",
                "0.125        | 0.125      | 0.125      | ",
                "0,125        | 0.125      |            | 0.125",
                "1234.567     | 1234.567   | 1234.567   | ",
                "1.5          | 1.5        | 1.5        | ",
                "1,50         | 1.50       |            | 1.50",
                "1.234.567    | 1234567    |            | 1234567",
                "1,234,567.8  | 1234567.8  | 1234567.8  | ",
                "1.234.56     |            |            | ",
                "1.23,4       |            |            | ",
                "1,234.567,8  |            |            | ",
                ".5           |            |            | ",
                "5.           |            |            | ",
                "1e3          |            |            | ",
                "12 EUR       |            |            | ",
                "--1          |            |            | ",
                "12345678901234567890123456789012345678901 | | | ",
            })
    void a_number_is_read_as_it_is_meant_or_not_at_all(String text, String either, String point, String comma) {
        assertThat(decimal(text, DecimalMark.EITHER)).isEqualTo(either);
        assertThat(decimal(text, DecimalMark.POINT)).isEqualTo(point);
        assertThat(decimal(text, DecimalMark.COMMA)).isEqualTo(comma);
    }

    private static String decimal(String text, DecimalMark mark) {
        return DecimalText.isAmbiguous(text, mark)
                ? "ambiguous"
                : DecimalText.read(text, mark).map(BigDecimal::toPlainString).orElse(null);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-24, 2026-12-24",
        "24.12.2026, 2026-12-24",
        "1.2.2026, 2026-02-01",
        "29.02.2028, 2028-02-29",
        "29.02.2026, ",
        "2026-13-01, ",
        "12/24/2026, ",
        "24.12.26, ",
        "2026-1-2, ",
    })
    void a_date_is_read_in_two_spellings(String text, LocalDate expected) {
        assertThat(DateText.read(text).orElse(null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "+49301234-0, +49301234",
        "+493012340, +49301234",
        "+49301234*, +49301234",
        "+49301234 *, +49301234",
        "+493012340*, +493012340",
        "+49301234, +49301234",
        "+4930123400, +493012340",
        "030 1234-0, +49301234",
        "(030) 1234 - 0, +49301234",
        "0049 30 1234*, +49301234",
        "+4930*, ",
        "+49300, ",
        "*, ",
        "Zentrale, ",
    })
    void a_trunk_is_its_number_without_the_attendants_zero(String text, String prefix) {
        assertThat(new NumberText(new PlainGermanNumbers(), "DE")
                        .trunk(text)
                        .map(NumberPrefix::text)
                        .orElse(null))
                .isEqualTo(prefix);
    }

    @ParameterizedTest
    @CsvSource({
        "+4930123456, +4930123456",
        "030 123456, +4930123456",
        "(0170) 123 45-67, +491701234567",
        "0033 1 23, +33123",
        "keine, ",
        "+49(0)30x, ",
        "0123456789012345678901234567890123456789012345678901234567890123456789, ",
    })
    void a_number_is_read_in_its_countrys_spellings(String text, String number) {
        assertThat(new NumberText(new PlainGermanNumbers(), "DE")
                        .number(text)
                        .map(PhoneNumber::e164)
                        .orElse(null))
                .isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "a|b|c        # [a, b, c]",
                " a | b |     # [a, b]",
                "||           # []",
                "a            # [a]",
            })
    void several_values_stand_in_one_cell(String text, String values) {
        assertThat(CellText.several(text)).hasToString(values);
    }
}
