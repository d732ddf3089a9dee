package io.stellwerk.rules.dmn;

import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.xml.XmlElement;
import io.stellwerk.rules.xml.XmlRefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the decision tables of a DMN model, 1.1 to 1.5: inputs by the names or labels of facts, outputs by the names of
 * actions. No expression is evaluated; what has no equal in a table of ours is a finding, and its row is left out.
 */
public final class DmnReader {

    private DmnReader() {}

    /** The tables in the order of the model; none, with a finding, if the file is no model. */
    public static List<DecisionTable> read(String file, byte[] bytes, FactDictionary dictionary, Findings findings) {
        List<DecisionTable> tables = new ArrayList<>();
        for (XmlElement decision : decisions(file, bytes, findings)) {
            Optional<XmlElement> table = decision.first("decisionTable");
            if (table.isPresent()) {
                new DmnTable(file, decision, table.get(), dictionary, findings)
                        .read()
                        .ifPresent(tables::add);
            } else {
                String name = decision.attribute("name").orElse("");
                findings.add(FindingCode.NOT_TRANSLATED.at(
                        Place.at(file, decision.line(), 0),
                        "The decision '" + name + "' is no decision table.",
                        "Write it as a table, or take it out of the model."));
            }
        }
        return tables;
    }

    private static List<XmlElement> decisions(String file, byte[] bytes, Findings findings) {
        try {
            XmlElement root = XmlElement.read(new ByteArrayInputStream(bytes));
            if (root.name().equals("definitions") && DmnNames.MODELS.contains(root.namespace())) {
                return found(file, root.all("decision"), findings);
            }
            findings.add(FindingCode.NOT_DMN.at(
                    Place.at(file, root.line(), 0),
                    "The file is XML, but no DMN model: '" + root.name() + "' of '" + root.namespace() + "'.",
                    "Export the model as DMN 1.1 to 1.5."));
        } catch (XmlRefusedException e) {
            findings.add(FindingCode.NOT_DMN.at(
                    Place.at(file, e.line(), 0),
                    String.valueOf(e.getMessage()),
                    "Export the model anew as DMN 1.1 to 1.5."));
        } catch (IOException e) {
            throw new UncheckedIOException("There is nothing but memory to read from", e);
        }
        return List.of();
    }

    private static List<XmlElement> found(String file, List<XmlElement> decisions, Findings findings) {
        if (decisions.isEmpty()) {
            findings.add(FindingCode.NOT_DMN.at(
                    Place.of(file), "The model has no decision.", "Export a model with decision tables."));
        }
        return decisions;
    }
}
