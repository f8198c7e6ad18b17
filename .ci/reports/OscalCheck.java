import gov.nist.secauto.metaschema.core.configuration.DefaultConfiguration;
import gov.nist.secauto.metaschema.core.model.constraint.ValidationFeature;
import gov.nist.secauto.metaschema.core.model.validation.IValidationResult;
import gov.nist.secauto.metaschema.core.model.validation.JsonSchemaContentValidator;
import gov.nist.secauto.metaschema.core.model.validation.XmlSchemaContentValidator;
import gov.nist.secauto.metaschema.databind.IBindingContext;
import gov.nist.secauto.metaschema.databind.io.Format;
import gov.nist.secauto.oscal.lib.OscalBindingContext;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.json.JSONObject;
import org.json.JSONTokener;

/**
 * Documents against OSCAL's JSON schema and its constraints, imports followed:
 * {@code java -cp 'oscal/*' OscalCheck.java FILE...}; 1 when one is invalid.
 */
public class OscalCheck {
    private static final Map<String, String> SCHEMAS = Map.of(
            "catalog", "oscal-catalog",
            "system-security-plan", "oscal-ssp",
            "assessment-plan", "oscal-ap",
            "assessment-results", "oscal-ar",
            "plan-of-action-and-milestones", "oscal-poam");

    private record Schema(String name) implements IBindingContext.ISchemaValidationProvider {
        @Override
        public JsonSchemaContentValidator getJsonSchema(JSONObject json, IBindingContext context) throws IOException {
            try (var in = OscalBindingContext.class.getResourceAsStream("/schema/json/" + name + "_schema.json")) {
                return new JsonSchemaContentValidator(new JSONObject(new JSONTokener(in)));
            }
        }

        @Override
        public XmlSchemaContentValidator getXmlSchemas(URL target, IBindingContext context) {
            throw new UnsupportedOperationException();
        }
    }

    public static void main(String[] files) throws Exception {
        IBindingContext context = OscalBindingContext.newInstance();
        var features = new DefaultConfiguration<ValidationFeature<?>>();
        features.disableFeature(ValidationFeature.VALIDATE_GENERATE_PASS_FINDINGS);
        boolean valid = true;
        for (String name : files) {
            Path file = Path.of(name).toAbsolutePath();
            String root;
            try (var in = Files.newBufferedReader(file)) {
                root = new JSONObject(new JSONTokener(in))
                        .keySet().stream().filter(SCHEMAS::containsKey).findFirst().orElseThrow();
            }
            valid &= passes(name, "schema", new Schema(SCHEMAS.get(root)).validateWithSchema(file.toUri(), Format.JSON, context));
            valid &= passes(name, "constraints", context.validateWithConstraints(file.toUri(), features));
        }
        System.exit(valid ? 0 : 1);
    }

    private static boolean passes(String file, String check, IValidationResult result) {
        System.out.println(file + ": " + check + (result.isPassing() ? " hold" : " broken"));
        result.getFindings().forEach(f -> System.out.println("   " + f.getSeverity() + " " + f.getMessage()));
        return result.isPassing();
    }
}
