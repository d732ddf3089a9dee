package io.stellwerk.rules.read;

import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.table.DecisionTable;
import java.util.List;
import java.util.Optional;

/** Reads a decision table from CSV. */
final class CsvTableReader implements TableLines {

    private final String file;
    private final List<TableLine> records;
    private final Findings findings;

    private CsvTableReader(String file, List<TableLine> records, Findings findings) {
        this.file = file;
        this.records = records;
        this.findings = findings;
    }

    /** Empty, with a finding, if there is no table at all. Rows that cannot be read are findings and left out. */
    static Optional<DecisionTable> read(String file, byte[] bytes, TableScope scope) {
        Findings findings = scope.findings();
        return SourceText.decode(file, bytes, findings).flatMap(text -> {
            List<TableLine> records = CsvReader.read(file, text, findings);
            return new LineTableReader(file, scope).table(new CsvTableReader(file, records, findings));
        });
    }

    @Override
    public int count() {
        return records.size();
    }

    @Override
    public boolean hash(int index) {
        return records.get(index).hash();
    }

    @Override
    public TableLine line(int index) {
        return records.get(index);
    }

    @Override
    public Optional<TableLine> row(int index, TableHeading heading) {
        TableLine record = records.get(index);
        int width = heading.width();
        int cells = record.fields().size();
        while (cells > width && record.value(cells - 1).isEmpty()) {
            cells--;
        }
        if (cells == width) {
            return Optional.of(record);
        }
        findings.add(FindingCode.WRONG_NUMBER_OF_CELLS.at(
                Place.at(file, record.line(), 1).in(heading.id(record), ""),
                "The row has " + cells + " cells, the heading " + width + ".",
                "Add or take out separators; a cell with a separator in it needs quotes."));
        return Optional.empty();
    }
}
