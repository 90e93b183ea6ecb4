import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;

/** Validates NDJSON files of R4 resources, one a line; counts what is said by severity, and tells each error once. */
public class FhirCheck {
  public static void main(String[] files) throws IOException {
    FhirContext context = FhirContext.forR4();
    ValidationSupportChain support =
        new ValidationSupportChain(
            new DefaultProfileValidationSupport(context),
            new CommonCodeSystemsTerminologyService(context),
            new InMemoryTerminologyServerValidationSupport(context));
    FhirValidator validator = context.newValidator();
    validator.registerValidatorModule(new FhirInstanceValidator(support));
    Map<ResultSeverityEnum, Integer> counts = new TreeMap<>();
    Map<String, Integer> said = new TreeMap<>();
    int resources = 0;
    for (String file : files) {
      for (String line : Files.readAllLines(Path.of(file), StandardCharsets.UTF_8)) {
        if (line.isBlank()) continue;
        resources++;
        for (var message : validator.validateWithResult(line).getMessages()) {
          counts.merge(message.getSeverity(), 1, Integer::sum);
          if (message.getSeverity().compareTo(ResultSeverityEnum.WARNING) < 0) continue;
          // Ids and places differ from one resource to the next; what is wrong does not.
          String words = message.getMessage().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "…");
          String place = message.getLocationString() == null ? "" : message.getLocationString();
          place = place.replaceAll("/\\*(\\w+)/[0-9a-f-]+\\*/", "/$1").replaceAll("\\[\\d+\\]", "");
          said.merge(message.getSeverity() + " " + place + ": " + words, 1, Integer::sum);
        }
      }
    }
    said.forEach((words, times) -> System.out.println(times + " × " + words));
    System.out.println(resources + " resources; " + counts);
    boolean broken = resources == 0 || counts.containsKey(ResultSeverityEnum.ERROR) || counts.containsKey(ResultSeverityEnum.FATAL);
    System.exit(broken ? 1 : 0);
  }
}
