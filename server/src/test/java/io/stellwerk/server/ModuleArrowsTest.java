package io.stellwerk.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of the house: {@code connectors -> engine <- rules}; the console sees both, the server all. */
@AnalyzeClasses(packages = "io.stellwerk", importOptions = ImportOption.DoNotIncludeTests.class)
class ModuleArrowsTest {

    @ArchTest
    static final ArchRule the_engine_needs_the_jdk_and_jspecify_only = classes()
            .that()
            .resideInAPackage("io.stellwerk.engine..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.stellwerk.engine..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule rules_see_the_engine_only = noClasses()
            .that()
            .resideInAPackage("io.stellwerk.rules..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.stellwerk.connector..", "io.stellwerk.console..", "io.stellwerk.server..", "io.vertx..");

    @ArchTest
    static final ArchRule connectors_see_the_engine_only = noClasses()
            .that()
            .resideInAPackage("io.stellwerk.connector..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.stellwerk.rules..",
                    "io.stellwerk.console..",
                    "io.stellwerk.server..",
                    "org.drools..",
                    "org.kie..");

    @ArchTest
    static final ArchRule the_console_does_not_see_connectors = noClasses()
            .that()
            .resideInAPackage("io.stellwerk.console..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.stellwerk.connector..", "io.stellwerk.server..");

    @ArchTest
    static final ArchRule drools_stays_in_the_lowering_and_the_reader_of_drl = noClasses()
            .that()
            .resideOutsideOfPackages("io.stellwerk.rules.lower..", "io.stellwerk.rules.drl..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.drools..", "org.kie..");

    @ArchTest
    static final ArchRule packages_of_the_engine_form_no_cycle =
            slices().matching("io.stellwerk.engine.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packages_of_the_rules_form_no_cycle =
            slices().matching("io.stellwerk.rules.(**)").should().beFreeOfCycles();
}
