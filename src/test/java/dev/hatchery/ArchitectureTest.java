package dev.hatchery;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInAnyPackage;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the packages to the map in the README; when they differ, one of them is a bug. */
class ArchitectureTest {
  private static final String BEGIN = "@startuml";
  private static final String END = "@enduml";

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.hatchery");

  @TempDir Path folder;

  @Test
  void packagesKnowEachOtherOnlyAsTheMapSays() throws IOException {
    var readme = Files.readString(Path.of("README.md"));
    var map = readme.substring(readme.indexOf(BEGIN), readme.indexOf(END) + END.length());
    var file = Files.writeString(folder.resolve("map.puml"), map);

    classes()
        .should(
            adhereToPlantUmlDiagram(
                file, consideringOnlyDependenciesInAnyPackage("dev.hatchery..")))
        .check(OURS);
  }

  @Test
  void theConversationKnowsOnlyTheJdk() {
    classes()
        .that()
        .resideInAPackage("dev.hatchery.protocol..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.hatchery.protocol..", "java..", "org.jspecify..")
        .check(OURS);
  }

  @Test
  void noStaticStateIsMutable() {
    fields().that().areStatic().should().beFinal().check(OURS);
  }

  @Test
  void noClassIsEverNamedByJson() {
    noClasses()
        .should()
        .callMethod(
            com.fasterxml.jackson.databind.ObjectMapper.class,
            "activateDefaultTyping",
            com.fasterxml.jackson.databind.jsontype.PolymorphicTypeValidator.class)
        .check(OURS);
    noClasses()
        .should()
        .accessField(JsonTypeInfo.Id.class, "CLASS")
        .orShould()
        .accessField(JsonTypeInfo.Id.class, "MINIMAL_CLASS")
        .check(OURS);
  }

  @Test
  void nothingIsCalledManagerHelperOrUtil() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .check(OURS);
  }
}
