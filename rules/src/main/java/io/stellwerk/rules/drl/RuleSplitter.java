package io.stellwerk.rules.drl;

import io.stellwerk.rules.finding.FindingCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Splits a file into its rules, so that what is wrong with one hides nothing of the next. Only rules and the name of a
 * package stand in a file; all else is a finding and stepped over.
 */
final class RuleSplitter {

    /** After these a word in brackets is the name of something, even if it is spelled like a keyword. */
    private static final Set<String> BEFORE_NAMES = Set.of("(", ",", "&&", "||", "!", ".");

    private final List<Token> tokens;
    private final Report report;
    private int at;

    private RuleSplitter(List<Token> tokens, Report report) {
        this.tokens = tokens;
        this.report = report;
    }

    static List<RuleText> split(List<Token> tokens, Report report) {
        RuleSplitter splitter = new RuleSplitter(tokens, report);
        List<RuleText> rules = new ArrayList<>();
        while (splitter.at < tokens.size()) {
            Token token = tokens.get(splitter.at);
            if (token.is("rule")) {
                rules.add(splitter.rule());
            } else if (token.is("package")) {
                splitter.skipPackage();
            } else if (token.is(";")) {
                splitter.at++;
            } else {
                splitter.skipForeign(token);
            }
        }
        return rules;
    }

    private enum Section {
        HEADER,
        CONDITIONS,
        ACTIONS
    }

    private RuleText rule() {
        Token keyword = tokens.get(at++);
        Token name = name(keyword);
        List<Token> header = new ArrayList<>();
        List<Token> conditions = new ArrayList<>();
        List<Token> actions = new ArrayList<>();
        Optional<Token> when = Optional.empty();
        Optional<Token> then = Optional.empty();
        Section section = Section.HEADER;
        int depth = 0;
        for (; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            boolean keywordHere = isKeyword(depth);
            if (keywordHere && (token.is("end") || startsRule(at))) {
                break;
            } else if (keywordHere && section == Section.HEADER && token.is("when")) {
                when = Optional.of(token);
                section = Section.CONDITIONS;
                depth = 0;
            } else if (keywordHere && section != Section.ACTIONS && token.is("then")) {
                then = Optional.of(token);
                section = Section.ACTIONS;
                depth = 0;
            } else {
                depth = Math.max(0, depth + (token.opens() ? 1 : token.closes() ? -1 : 0));
                (section == Section.HEADER ? header : section == Section.CONDITIONS ? conditions : actions).add(token);
            }
        }
        Token end = end(keyword);
        if (then.isEmpty()) {
            report.add(
                    FindingCode.DRL_SYNTAX,
                    end,
                    "The rule of line " + keyword.line() + " has no 'then'.",
                    "Write then, and what the rule does, before its end.");
        }
        return new RuleText(keyword, name, header, when, conditions, then, actions, end);
    }

    private Token name(Token keyword) {
        if (at < tokens.size()) {
            Token name = tokens.get(at);
            if (name.isText() || (name.isWord() && !name.is("when") && !name.is("then") && !name.is("end"))) {
                at++;
                return name;
            }
        }
        report.add(
                FindingCode.MALFORMED_RULE_NAME,
                keyword.behind(),
                "The rule has no name.",
                "Write its name in quotes behind the word rule.");
        return keyword.behind();
    }

    private boolean isKeyword(int depth) {
        return tokens.get(at).isWord() && (depth == 0 || !isName());
    }

    /** Whether the word in brackets is the name of something: it stands and goes on like one. */
    private boolean isName() {
        boolean standsSo = BEFORE_NAMES.contains(tokens.get(at - 1).text());
        Token behind =
                at + 1 < tokens.size() ? tokens.get(at + 1) : tokens.get(at).behind();
        return standsSo
                && (behind.kind() == Token.Kind.SIGN || Operator.startsWordRelation(behind) || behind.is("not"));
    }

    /** Whether a rule begins here, although the one before has no end. */
    private boolean startsRule(int index) {
        boolean first =
                index == 0 || tokens.get(index - 1).line() < tokens.get(index).line();
        return first
                && tokens.get(index).is("rule")
                && index + 1 < tokens.size()
                && (tokens.get(index + 1).isText() || tokens.get(index + 1).isWord());
    }

    private Token end(Token keyword) {
        if (at < tokens.size() && tokens.get(at).is("end")) {
            return tokens.get(at++);
        }
        Token last = tokens.get(at - 1).behind();
        report.add(
                FindingCode.DRL_SYNTAX,
                last,
                "The rule of line " + keyword.line() + " has no 'end'.",
                "Write end behind what the rule does.");
        return last;
    }

    private void skipPackage() {
        Token keyword = tokens.get(at++);
        boolean name = false;
        while (at < tokens.size()
                && tokens.get(at).line() == keyword.line()
                && (tokens.get(at).isWord() || tokens.get(at).is("."))) {
            name = true;
            at++;
        }
        if (!name) {
            report.add(
                    FindingCode.DRL_SYNTAX,
                    keyword,
                    "The package has no name.",
                    "Take the line out: packages have no meaning here.");
        }
    }

    /** One finding for each construct, whatever is in it. */
    private void skipForeign(Token token) {
        ForeignWords.ofFile(token)
                .ifPresentOrElse(
                        remedy -> report.add(
                                FindingCode.OUTSIDE_SUBSET,
                                token,
                                "'" + token.shown() + "' does not belong to the part of DRL that is read here.",
                                remedy),
                        () -> report.add(
                                FindingCode.DRL_SYNTAX,
                                token,
                                "'" + token.shown() + "' is not understood between rules.",
                                "A file has rules only: rule \"name\" when … then … end."));
        switch (ForeignWords.extent(token)) {
            case BLOCK -> skipBlock();
            case UNTIL_END -> skipUntilEnd();
            case LINE -> skipLine(token);
            case UNKNOWN -> skipUnknown();
        }
    }

    /** To the brace that closes the first one; a function without braces ends where the next rule begins. */
    private void skipBlock() {
        int depth = 0;
        for (at++; at < tokens.size() && !startsRule(at); at++) {
            depth += tokens.get(at).is("{") ? 1 : tokens.get(at).is("}") ? -1 : 0;
            if (depth == 0 && tokens.get(at).is("}")) {
                at++;
                return;
            }
        }
    }

    private void skipUntilEnd() {
        at++;
        while (at < tokens.size() && !startsRule(at) && !tokens.get(at).is("end")) {
            at++;
        }
        if (at < tokens.size() && tokens.get(at).is("end")) {
            at++;
        }
    }

    private void skipLine(Token first) {
        while (at < tokens.size() && tokens.get(at).line() == first.line()) {
            if (tokens.get(at++).is(";")) {
                return;
            }
        }
    }

    private void skipUnknown() {
        at++;
        while (at < tokens.size()
                && !tokens.get(at).is("rule")
                && !tokens.get(at).is("package")
                && ForeignWords.ofFile(tokens.get(at)).isEmpty()) {
            at++;
        }
    }
}
