package io.stellwerk.rules.read;

import java.util.List;
import java.util.Optional;

/** The lines of a table that was translated from another form: each row has a field for each heading. */
final class TranslatedLines implements TableLines {

    private final List<TableLine> lines;

    TranslatedLines(List<List<PlacedText>> lines) {
        this.lines = lines.stream()
                .map(fields -> new TableLine(fields.get(0).place().line(), List.copyOf(fields)))
                .toList();
    }

    @Override
    public int count() {
        return lines.size();
    }

    @Override
    public boolean hash(int index) {
        return lines.get(index).hash();
    }

    @Override
    public TableLine line(int index) {
        return lines.get(index);
    }

    @Override
    public Optional<TableLine> row(int index, TableHeading heading) {
        return Optional.of(lines.get(index));
    }
}
