import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.phenopackets.phenopackettools.validator.core.metadata.MetaDataValidators;
import org.phenopackets.phenopackettools.validator.jsonschema.JsonSchemaValidationWorkflowRunner;

/** Validates NDJSON files of Phenopackets (version 2), one a line, and tells each fault once, with how often it came. */
public class PhenopacketCheck {
  /** What this validator asks beyond the schema and we do not give, with the reason. */
  private static final Map<String, String> KNOWN =
      Map.of(
          "phenotypicFeatures[…].description' is not defined", "the schema has it, this validator forgot it",
          "doseIntervals[…].quantity' is missing", "a record holds no dose, and none is made up",
          "doseIntervals[…].scheduleFrequency' is missing", "a record holds no dose, and none is made up",
          "doseIntervals[…].interval.end' is missing", "a course that goes on has no end",
          "Malformed ontology class ID 'UCUM:", "UCUM writes braces, as in mL/min/{1.73_m2}");

  public static void main(String[] files) throws IOException {
    var runner =
        JsonSchemaValidationWorkflowRunner.phenopacketBuilder()
            .addValidator(MetaDataValidators.phenopacketValidator())
            .build();
    Map<String, Integer> said = new TreeMap<>();
    int packets = 0;
    int faults = 0;
    for (String file : files) {
      for (String line : Files.readAllLines(Path.of(file), StandardCharsets.UTF_8)) {
        if (line.isBlank()) continue;
        packets++;
        for (var result : runner.validate(line).validationResults()) {
          String words = result.level() + " " + result.category() + ": " + result.message().replaceAll("\\[\\d+\\]", "[…]");
          var known = KNOWN.entrySet().stream().filter(entry -> words.contains(entry.getKey())).findFirst();
          if (known.isEmpty()) faults++;
          said.merge(known.map(entry -> "known: " + words + " (" + entry.getValue() + ")").orElse(words), 1, Integer::sum);
        }
      }
    }
    said.forEach((words, times) -> System.out.println(times + " × " + words));
    System.out.println(packets + " phenopackets, " + faults + " faults that are not known");
    System.exit(packets == 0 || faults > 0 ? 1 : 0);
  }
}
