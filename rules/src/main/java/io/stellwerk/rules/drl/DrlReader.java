package io.stellwerk.rules.drl;

import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the DRL files of one rule set: a closed part of Drools' own language, as docs/rule-set-format.md has it. Rules
 * become values; no text of theirs is compiled or run. Not for several threads.
 */
public final class DrlReader {

    /** Of all files together: what a parser may be given to do. */
    static final int MOST_CHARACTERS = 4 << 20;

    static final int MOST_RULES = 20_000;

    private final DrlScope scope;
    private final Findings findings;
    private final Map<String, Place> names = new HashMap<>();
    private int characters;
    private int rules;

    public DrlReader(DrlScope scope, Findings findings) {
        this.scope = scope;
        this.findings = findings;
    }

    /**
     * The rules of a file, in the order of its lines; those that cannot be read whole are findings and left out.
     *
     * @param file its name within the rule set
     */
    public List<DrlRule> read(String file, String text) {
        characters += text.length();
        if (characters > MOST_CHARACTERS) {
            findings.add(FindingCode.FILE_TOO_LARGE.at(
                    Place.of(file),
                    "The DRL files of a rule set have at most " + (MOST_CHARACTERS >> 20) + " Mi characters.",
                    "Write decision tables, or split the tenant."));
            return List.of();
        }
        Report report = new Report(file, findings);
        List<RuleText> texts = RuleSplitter.split(DrlLexer.tokens(text, report), report);
        if (texts.isEmpty() && report.errors() == 0) {
            findings.add(FindingCode.NO_RULES.at(
                    Place.of(file), "The file has no rules.", "Add rules, or take the file out."));
        }
        List<DrlRule> read = new ArrayList<>();
        for (RuleText rule : texts) {
            if (++rules > MOST_RULES) {
                report.add(
                        FindingCode.TOO_DEEP_OR_LARGE,
                        rule.keyword(),
                        "A rule set has at most " + MOST_RULES + " rules in DRL.",
                        "Write decision tables, or split the tenant.");
                break;
            }
            new RuleReader(text, rule, scope, report).read(names).ifPresent(read::add);
        }
        return read;
    }
}
