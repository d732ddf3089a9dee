package io.stellwerk.rules.read;

import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.ColumnOperator;
import io.stellwerk.rules.table.Term;
import io.stellwerk.rules.value.CellProblem;
import io.stellwerk.rules.value.CellScanner;
import io.stellwerk.rules.value.Misread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the cells of one column: the only parser of the cell grammar of docs/rule-set-format.md. Any thread. */
public final class CellReader {

    private final FactField fact;
    private final ColumnOperator operator;
    private final boolean valuesKnown;

    public CellReader(FactField fact, ColumnOperator operator) {
        this(fact, operator, true);
    }

    /** @param valuesKnown false if the file that declares the fact's values could not be read */
    CellReader(FactField fact, ColumnOperator operator, boolean valuesKnown) {
        this.fact = fact;
        this.operator = operator;
        this.valuesKnown = valuesKnown;
    }

    public CellReading read(String text) {
        CellScanner scanner = new CellScanner(text);
        scanner.skipBlanks();
        if (scanner.atEnd() || text.strip().equals("-")) {
            return new CellReading(Optional.of(Cell.ANY), List.of());
        }
        List<CellProblem> problems = new ArrayList<>();
        try {
            return new CellReading(Optional.of(cell(scanner, text, problems)), problems);
        } catch (Misread e) {
            problems.add(e.problem());
            return new CellReading(Optional.empty(), problems);
        }
    }

    private Cell cell(CellScanner scanner, String text, List<CellProblem> problems) throws Misread {
        boolean negated = scanner.takeNot();
        TermReader reader = new TermReader(fact, operator, valuesKnown, scanner, problems);
        List<Term> terms = new ArrayList<>();
        do {
            scanner.skipBlanks();
            reader.readInto(terms);
            scanner.skipBlanks();
        } while (scanner.take(','));
        if (negated && !scanner.take(')')) {
            throw Misread.cell(scanner.at(), "The bracket of not( is not closed here.", "Write it like not(A, B).");
        }
        scanner.skipBlanks();
        if (!scanner.atEnd()) {
            throw behind(scanner);
        }
        return new Cell(terms, negated, text.strip());
    }

    private static Misread behind(CellScanner scanner) {
        return Misread.cell(
                scanner.at(),
                "'" + scanner.until("") + "' is not understood here.",
                "Separate alternatives by commas, and write texts with special characters in quotes.");
    }
}
