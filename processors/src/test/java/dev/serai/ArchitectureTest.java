package dev.serai;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

/** The directions in which the house's packages may know each other. */
@AnalyzeClasses(packages = "dev.serai", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] TRANSFORMERS = {
        "dev.serai.message..", "dev.serai.mime..", "dev.serai.kind..", "dev.serai.text..", "dev.serai.transform.."
    };

    @ArchTest
    static final ArchRule transformersShouldNotKnowCamel = noClasses()
            .that()
            .resideInAnyPackage(TRANSFORMERS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel..");

    @ArchTest
    static final ArchRule transformersShouldKnowNothingElseOfTheHouse = noClasses()
            .that()
            .resideInAnyPackage(TRANSFORMERS)
            .should()
            .dependOnClassesThat(resideInAPackage("dev.serai..").and(not(resideInAnyPackage(TRANSFORMERS))));

    @ArchTest
    static final ArchRule nobodyShouldKnowCommands = noClasses()
            .that()
            .resideOutsideOfPackage("dev.serai.command..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.serai.command..");

    @ArchTest
    static final ArchRule packagesShouldBeFreeOfCycles =
            slices().matching("dev.serai.(**)").should().beFreeOfCycles();

    @ArchTest
    static void everyPackageShouldBeNullMarked(JavaClasses all) {
        assertThat(all.stream().map(JavaClass::getPackage).distinct())
                .isNotEmpty()
                .allMatch(house -> house.isAnnotatedWith(NullMarked.class), "is @NullMarked in its package-info");
    }

    @ArchTest
    static final ArchRule standardOutputShouldBelongToCommands = noClasses()
            .that()
            .resideOutsideOfPackage("dev.serai.command..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");
}
