package io.stellwerk.rules.drl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.stellwerk.engine.decision.trace.DecisionTrace;
import io.stellwerk.engine.port.Holidays;
import io.stellwerk.engine.port.TableNumberPlan;
import io.stellwerk.rules.Compilation;
import io.stellwerk.rules.RuleSets;
import io.stellwerk.rules.finding.Severity;
import io.stellwerk.rules.read.RuleSetFiles;
import io.stellwerk.rules.sample.Calls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No text of a tenant is compiled or run as code. Each attack would set a system property or write a file if any of it ran:
 * while the rule set is published, or while it decides a call.
 */
class NoTenantCodeRunsTest {

    private static final String PROPERTY = "stellwerk.test.attacked";
    private static final Path BASE = Path.of("src/test/resources/rulesets/base");

    /** Stands in attacks for Java that leaves the mark. */
    private static final String MARK = "System.setProperty(\"" + PROPERTY + "\", \"ran\")";

    private static final Holidays HOLIDAYS = new Holidays() {
        @Override
        public boolean isHoliday(LocalDate day, String region) {
            return false;
        }

        @Override
        public boolean knows(String region) {
            return true;
        }
    };

    @TempDir
    Path folder;

    enum Fate {
        /** An error is found: nothing is published. */
        REFUSED,
        /** It is published, and the attack is a text among others. */
        PLAIN_DATA
    }

    static Stream<Arguments> attacks() {
        return Stream.of(
                refused("Runtime.exec in an action", then("Runtime.getRuntime().exec(\"touch FILE\");")),
                refused("ProcessBuilder in an action", then("new ProcessBuilder(\"touch\", \"FILE\").start();")),
                refused("a property in an action", then(MARK + ";")),
                refused("Java before a route action", then(MARK + "; route.to(\"switchboard\");")),
                refused("Java behind a route action", then("route.to(\"switchboard\"); " + MARK + ";")),
                refused("Java within a route action", then("route.to(" + MARK + ");")),
                refused("Java added to a plan's name", then("route.to(\"a\" + " + MARK + ");")),
                refused("Java in a refusal", then("route.reject(" + MARK + ");")),
                refused("Java in an announcement", then("route.announce(" + MARK + ");")),
                refused("Java in a segment", then("insert(new Segment(" + MARK + "));")),
                refused("an anonymous class as a segment", then("insert(new Segment(\"a\") {{ " + MARK + "; }});")),
                refused("another object inserted", then("insert(new javax.swing.JEditorPane(\"file:FILE\"));")),
                refused(
                        "reflection in an action",
                        then("Class.forName(\"java.lang.System\").getMethods()[0].invoke(null);")),
                refused(
                        "a class loader in an action",
                        then("route.getClass().getClassLoader().loadClass(\"Evil\").newInstance();")),
                refused("the session's own context", then("drools.getKieRuntime().getEnvironment(); " + MARK + ";")),
                refused(
                        "a KieHelper within a rule",
                        then("new org.kie.internal.utils.KieHelper().addContent(\"x\", null).build(); " + MARK + ";")),
                refused(
                        "a script engine",
                        then("new javax.script.ScriptEngineManager().getEngineByName(\"js\").eval(\"1\"); " + MARK
                                + ";")),
                refused("an endless loop", then("while (true) { }")),
                refused("a thread", then("new Thread(() -> " + MARK + ").start();")),
                refused("exit", then("System.exit(1);")),
                refused("a Java block", then("{ " + MARK + "; }")),
                refused(
                        "a modify block",
                        "rule \"r\" when $c : Customer() then modify($c) { setName(" + MARK + ") } end"),
                refused(
                        "a named consequence",
                        "rule \"r\" when Call() do[evil] then route.to(\"switchboard\"); then[evil] " + MARK + "; end"),
                refused("eval", when("eval( " + MARK + " == null )")),
                refused("eval within a pattern", when("Call( eval( " + MARK + " == null ) )")),
                refused("a call within a pattern", when("Call( " + MARK + " == null )")),
                refused("a call on the right", when("Customer( name == " + MARK + " )")),
                refused("a call in a list", when("Customer( name in (\"a\", " + MARK + ") )")),
                refused("a call as a regular expression", when("Customer( name matches " + MARK + " )")),
                refused("new in a constraint", when("Customer( name == new String(" + MARK + ") )")),
                refused("getClass in a constraint", when("Customer( getClass().forName(\"Evil\") != null )")),
                refused("a path to the class", when("Customer( class.classLoader != null )")),
                refused("instanceof", when("Customer( this instanceof java.io.Serializable && " + MARK + " == null )")),
                refused("a cast", when("Call( ((Object) " + MARK + ") == null )")),
                refused("a lambda", when("Call( (() -> " + MARK + ")() == null )")),
                refused("an MVEL projection", when("Customer( tags.( " + MARK + " ) != null )")),
                refused("an MVEL with block", when("Customer( this.{ " + MARK + " } )")),
                refused("an inline map", when("Customer( [\"a\" : " + MARK + "] != null )")),
                refused("a binding to a call", when("Customer( $x : " + MARK + " )")),
                refused("from a call", when("$x : Object() from " + MARK)),
                refused("from a collection", when("Customer() from java.util.List.of(" + MARK + ")")),
                refused(
                        "accumulate with inline code",
                        when("accumulate( Customer(), init( " + MARK + "; ) action( ) result( 1 ) )")),
                refused(
                        "accumulate with functions",
                        when("accumulate( Customer( $v : value ); $s : sum( " + MARK + " ) )")),
                refused("collect", when("$l : java.util.ArrayList() from collect( Customer( " + MARK + " == null ) )")),
                refused("forall", when("forall( Customer( " + MARK + " == null ) )")),
                refused("an entry point", when("Customer( " + MARK + " == null ) from entry-point \"e\"")),
                refused("a sliding window", when("Call() over window:time( " + MARK + " )")),
                refused("a query call", when("?evil( " + MARK + "; )")),
                refused("an OOPath", when("/customers[ " + MARK + " == null ]")),
                refused("a positional argument", when("Segment( " + MARK + "; )")),
                refused("a conditional branch", when("Call() if ( " + MARK + " == null ) do[x]")),
                refused("a function", "function void f() { " + MARK + "; }\n" + when("Call()")),
                refused("a static initialiser by a function", "function static { " + MARK + "; }\n" + when("Call()")),
                refused("an import", "import java.lang.Runtime;\n" + when("Call()")),
                refused(
                        "a static import",
                        "import static java.lang.System.setProperty;\n"
                                + when("Call( setProperty(\"" + PROPERTY + "\", \"ran\") == null )")),
                refused("a function import", "import function java.lang.System.setProperty;\n" + when("Call()")),
                refused("a global", "global java.lang.Runtime runtime;\n" + then("runtime.exec(\"touch FILE\");")),
                refused(
                        "a declared type with an initial value",
                        "declare Evil\n x : String = " + MARK + "\nend\n" + when("Call()")),
                refused(
                        "a declared type that extends",
                        "declare Evil extends java.lang.Thread\n x : String\nend\n" + when("Evil()")),
                refused("a declared enum", "declare enum Evil\n A(" + MARK + ");\n x : String\nend\n" + when("Call()")),
                refused("a query", "query \"q\"\n eval( " + MARK + " == null )\nend\n" + when("Call()")),
                refused("a unit", "unit evil.Unit;\n" + when("Call()")),
                refused("a domain specific language", "expander evil.dsl\n" + when("Call()")),
                refused("a dialect of the file", "dialect \"mvel\"\n" + then(MARK + ";")),
                refused("a dialect of the rule", header("dialect \"mvel\"")),
                refused("a salience that is calculated", header("salience ( " + MARK + ".length() )")),
                refused("an enabled that is calculated", header("enabled ( " + MARK + " == null )")),
                refused("a timer", header("timer ( expr: " + MARK + " )")),
                refused("a duration", header("duration ( " + MARK + " )")),
                refused("calendars", header("calendars \"evil\"")),
                refused("an annotation with code", header("@x( " + MARK + " )")),
                refused("an annotation of a class", header("@java.lang.Override( value = " + MARK + " )")),
                refused("a rule that extends", header("extends \"evil\"")),
                refused("a package name with code", "package a; " + MARK + ";\n" + when("Call()")),
                refused(
                        "a rule name with a unicode escape outside of quotes",
                        "rule \\u0022r\\u0022 when then " + MARK + "; end"),
                refused(
                        "a name that ends its line",
                        "rule \"r\n" + MARK + ";\" when Call() then route.to(\"switchboard\"); end"),
                refused("an escape that is none", when("Customer( name == \"\\" + "x22 + " + "\" )")),
                refused("a comment that does not end", when("Call( /* )") + MARK),
                refused("a backslash before a quote", when("Customer( name == \"\\\" + " + MARK + " + \\\" )")),
                refused("quotes as a plan's name", then("route.to(\"\\\"; " + MARK.replace("\"", "\\\"") + "; //\");")),
                refused(
                        "quotes in a segment",
                        then("insert(new Segment(\"a\\\"); " + MARK.replace("\"", "\\\"") + "; //\"));")),
                refused("a template as a plan's name", then("route.to(\"{" + MARK.replace("\"", "'") + "}\");")),
                refused("a backtracking expression that looks ahead", when("Customer( name matches \"(?=(a+)+$)b\" )")),
                refused("a huge expression", when("Customer( name matches \"((a{99}){99}){99}\" )")),
                data(
                        "quotes in a rule name",
                        "rule \"r\\\" when then " + MARK.replace("\"", "'")
                                + "; end //\" when Call() then route.to(\"switchboard\"); end"),
                data(
                        "unicode quotes in a rule name",
                        "rule \"r\\u0022); " + MARK.replace("\"", "\\u0022")
                                + "; //\" when Call() then route.to(\"switchboard\"); end"),
                data(
                        "quotes in a text",
                        when("Customer( name == \"a\\\") ; " + MARK.replace("\"", "\\\"") + "; //\" )")),
                data(
                        "unicode quotes in a text",
                        when("Customer( name != \"\\u0022 + " + MARK.replace("\"", "\\u0022") + " + \\u0022\" )")),
                data("code as a text", when("Customer( name != '" + MARK + "' )")),
                data(
                        "an MVEL template as a text",
                        when("Customer( name != \"@{" + MARK.replace("\"", "\\\"") + "}\" )")),
                data(
                        "an expression language as a text",
                        when("Customer( name != \"${" + MARK.replace("\"", "\\\"") + "}\" )")),
                data("code in an annotation's text", header("@x(\"" + MARK.replace("\"", "\\\"") + "\")")),
                data(
                        "code in an activation group",
                        "rule \"r\" activation-group \"\\\"); " + MARK.replace("\"", "\\\"")
                                + "; //\" when then insert(new Segment(\"vip\")); end"),
                data("code in a comment", when("Call( /* " + MARK + " */ )  // " + MARK)),
                data(
                        "an end within a text",
                        when("Customer( name != \"x\\\" ) then end " + MARK.replace("\"", "'") + " rule \\\"s\" )")),
                data("a package called like a class", "package java.lang.System.exit\n" + when("Call()")),
                data("an expression that backtracks elsewhere", when("Call( digits not matches \"(a+)+b\" )")));
    }

    private static Arguments refused(String name, String drl) {
        return Arguments.of(name, drl, Fate.REFUSED);
    }

    private static Arguments data(String name, String drl) {
        return Arguments.of(name, drl, Fate.PLAIN_DATA);
    }

    private static String when(String conditions) {
        return "rule \"r\" when\n" + conditions + "\nthen\n route.to(\"switchboard\");\nend\n";
    }

    private static String then(String actions) {
        return "rule \"r\" when\n Call()\nthen\n" + actions + "\nend\n";
    }

    private static String header(String header) {
        return "rule \"r\"\n" + header + "\nwhen\n Call()\nthen\n route.to(\"switchboard\");\nend\n";
    }

    @AfterEach
    void forget() {
        System.clearProperty(PROPERTY);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("attacks")
    void an_attack_is_refused_or_plain_data(String name, String drl, Fate fate) throws IOException {
        Path file = folder.resolve("mark");
        Map<String, byte[]> files = base();
        files.put("rules/99-attack.drl", drl.replace("FILE", file.toString()).getBytes(StandardCharsets.UTF_8));

        Compilation compilation = assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> RuleSets.compile(RuleSetFiles.of(files), HOLIDAYS, new TableNumberPlan(), 1));
        compilation
                .ruleSet()
                .ifPresent(rules -> rules.rules()
                        .evaluate(
                                Calls.ofCustomer("A", 1, "schmidt"), plan -> true, Calls.PATIENT, DecisionTrace.NONE));

        assertThat(System.getProperty(PROPERTY)).isNull();
        assertThat(file).doesNotExist();
        assertThat(compilation.findings().stream()
                        .filter(finding -> finding.place().file().equals("rules/99-attack.drl"))
                        .anyMatch(finding -> finding.severity() == Severity.ERROR))
                .as(compilation.findings().toString())
                .isEqualTo(fate == Fate.REFUSED);
        assertThat(compilation.ruleSet().isPresent()).isEqualTo(fate == Fate.PLAIN_DATA);
    }

    @Test
    void there_are_attacks_of_every_kind() {
        assertThat(attacks().map(attack -> attack.get()[0]).distinct().count())
                .isEqualTo(attacks().count())
                .isGreaterThanOrEqualTo(40);
    }

    private static Map<String, byte[]> base() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(BASE)) {
            for (Path path : walk.filter(Files::isRegularFile).toList()) {
                files.put(BASE.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        }
        return files;
    }
}
