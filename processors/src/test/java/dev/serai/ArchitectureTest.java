package dev.serai;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The directions in which the house's packages may know each other. */
class ArchitectureTest {
    private static final String[] TRANSFORMERS = {
        "dev.serai.message..",
        "dev.serai.mime..",
        "dev.serai.kind..",
        "dev.serai.rtf..",
        "dev.serai.text..",
        "dev.serai.transform.."
    };

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.serai");

    @Test
    void transformersShouldNotKnowCamel() {
        noClasses()
                .that()
                .resideInAnyPackage(TRANSFORMERS)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.camel..")
                .check(HOUSE);
    }

    @Test
    void transformersShouldKnowNothingElseOfTheHouse() {
        noClasses()
                .that()
                .resideInAnyPackage(TRANSFORMERS)
                .should()
                .dependOnClassesThat(resideInAPackage("dev.serai..").and(not(resideInAnyPackage(TRANSFORMERS))))
                .check(HOUSE);
    }

    @Test
    void nobodyShouldKnowCommands() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.serai.command..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.serai.command..")
                .check(HOUSE);
    }

    /** What a transformer made is stored when it ran: reading must not run it again. */
    @Test
    void restShouldRunNoTransformers() {
        noClasses()
                .that()
                .resideInAPackage("dev.serai.rest..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.serai.transform..", "dev.serai.chain..")
                .check(HOUSE);
    }

    @Test
    void onlyCommandsShouldWriteToStandardOutput() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.serai.command..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(HOUSE);
    }

    @Test
    void packagesShouldBeFreeOfCycles() {
        slices().matching("dev.serai.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void everyPackageShouldBeNullMarked() {
        assertThat(HOUSE.stream().map(JavaClass::getPackage).distinct())
                .isNotEmpty()
                .allMatch(house -> house.isAnnotatedWith(NullMarked.class), "is @NullMarked in its package-info");
    }
}
