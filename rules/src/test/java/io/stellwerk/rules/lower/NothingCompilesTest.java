package io.stellwerk.rules.lower;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Drools would turn text into code with is left out; the tests beside this one show that nothing misses it. */
class NothingCompilesTest {

    @ParameterizedTest(name = "{0} is not on the class path")
    @ValueSource(
            strings = {
                "org.eclipse.jdt.internal.compiler.Compiler",
                "org.drools.ecj.EclipseJavaCompiler",
                "org.drools.mvel.parser.MvelParser",
                "org.drools.model.codegen.ExecutableModelProject",
                "com.github.javaparser.JavaParser"
            })
    void a_compiler_of_rule_text_is_absent(String compiler) {
        assertThatThrownBy(() -> Class.forName(compiler)).isInstanceOf(ClassNotFoundException.class);
    }
}
