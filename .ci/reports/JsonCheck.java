import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Documents against a JSON schema: {@code java -cp 'json/*' JsonCheck.java SCHEMA DOCUMENT...}; 1 when one is invalid. */
public class JsonCheck {
    public static void main(String[] files) throws Exception {
        ObjectMapper json = new ObjectMapper();
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(json.readTree(Files.readString(Path.of(files[0]))));
        boolean valid = true;
        for (int i = 1; i < files.length; i++) {
            List<Error> faults = schema.validate(
                    json.readTree(Files.readString(Path.of(files[i]))),
                    run -> run.executionConfig(how -> how.formatAssertionsEnabled(true)));
            System.out.println(files[i] + ": " + faults.size() + " faults");
            faults.stream().limit(5).forEach(fault -> System.out.println("   " + fault));
            valid &= faults.isEmpty();
        }
        System.exit(valid ? 0 : 1);
    }
}
