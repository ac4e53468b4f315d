import java.io.FileInputStream;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Checks PDF files against one profile: `java -cp JARS PdfVera.java ua1 FILE…`. One line a file, then its failures. */
public class PdfVera {
    public static void main(String[] arguments) {
        VeraGreenfieldFoundryProvider.initialise();
        PDFAFlavour flavour = PDFAFlavour.fromString(arguments[0]);
        for (int place = 1; place < arguments.length; place++) {
            try {
                report(arguments[place], check(arguments[place], flavour));
            } catch (Throwable trouble) {
                System.out.println("error\t" + arguments[place] + "\t" + trouble);
            }
        }
    }

    private static ValidationResult check(String file, PDFAFlavour flavour) throws Exception {
        try (FileInputStream bytes = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(bytes, flavour)) {
            return Foundries.defaultInstance().createValidator(flavour, false).validate(parser);
        }
    }

    private static void report(String file, ValidationResult result) {
        Map<String, Integer> failures = new TreeMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                failures.merge(rule + " " + assertion.getMessage(), 1, Integer::sum);
            }
        }
        String verdict = result.isCompliant() ? "compliant" : "failed";
        System.out.println(verdict + "\t" + file + "\t" + result.getTotalAssertions() + " assertions " + failures);
    }
}
