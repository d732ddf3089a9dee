package io.stellwerk.connector.crm.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "a;b;c                # [a, b, c]",
                "a;;                  # [a, , ]",
                "\"a;b\";c            # [a;b, c]",
                "\"say \"\"yes\"\"\";c # [say \"yes\", c]",
                "3\" pipe;c           # [3\" pipe, c]",
                "a; \"b;c\" ;d        # [a, b;c, d]",
                "\"\";\"\"            # [, ]",
            })
    void a_line_is_taken_apart(String line, String cells) throws IOException {
        assertThat(rows(line)).singleElement().extracting(CsvRow::cells).hasToString(cells);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;b\nc;d", "a;b\r\nc;d\r\n", "a;b\rc;d\r", "\n\na;b\n  \r\nc;d\n\n"})
    void lines_end_as_they_do_anywhere_and_empty_ones_are_passed_over(String text) throws IOException {
        assertThat(rows(text)).extracting(CsvRow::cells).containsExactly(List.of("a", "b"), List.of("c", "d"));
    }

    @Test
    void a_quoted_cell_may_hold_line_breaks() throws IOException {
        List<CsvRow> rows = rows("1;\"two\r\nlines\n\";x\n2;b;y");

        assertThat(rows)
                .extracting(CsvRow::cells)
                .containsExactly(List.of("1", "two\nlines\n", "x"), List.of("2", "b", "y"));
        assertThat(rows).extracting(CsvRow::line).containsExactly(1L, 4L);
        assertThat(rows.get(0).text()).isEqualTo("1;\"two\nlines\n\";x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1;\"Müller;x\n2;b;y\n3;\"c\";z",
                "1;\"Müller;x\n2;b;y\n3;c;z",
                "1;\"Müller\"x;y\n2;b;y\n3;\"c\";z",
            })
    void a_broken_quote_costs_its_own_line_only(String text) throws IOException {
        List<CsvRow> rows = rows(text);

        assertThat(rows).extracting(CsvRow::line).containsExactly(1L, 2L, 3L);
        assertThat(rows.get(0).damage()).map(RowProblem::reason).contains(QuarantineReason.BROKEN_QUOTES);
        assertThat(rows.get(0).text()).isEqualTo(text.lines().findFirst().orElseThrow());
        assertThat(rows.get(1).cells()).containsExactly("2", "b", "y");
        assertThat(rows.get(2).cells()).containsExactly("3", "c", "z");
    }

    @Test
    void a_quote_that_is_never_closed_does_not_take_in_the_rest_of_a_long_file() throws IOException {
        List<CsvRow> rows = rows("1;\"open\n" + "2;line\n".repeat(50_000));

        assertThat(rows).hasSize(50_001);
        assertThat(rows).filteredOn(row -> row.damage().isPresent()).hasSize(1);
    }

    @Test
    void an_endless_line_is_cut_and_the_next_one_read() throws IOException {
        List<CsvRow> rows = rows("1;" + "x".repeat(1_000_000) + "\n2;b");

        assertThat(rows.get(0).damage()).map(RowProblem::reason).contains(QuarantineReason.TOO_LONG);
        assertThat(rows.get(0).text()).hasSize(CsvLines.LONGEST);
        assertThat(rows.get(1).cells()).containsExactly("2", "b");
        assertThat(rows.get(1).line()).isEqualTo(2);
    }

    private static List<CsvRow> rows(String text) throws IOException {
        CsvRows reader = new CsvRows(new CsvLines(new StringReader(text)), ';');
        List<CsvRow> rows = new ArrayList<>();
        for (CsvRow row = reader.next(); row != null; row = reader.next()) {
            rows.add(row);
        }
        return rows;
    }
}
