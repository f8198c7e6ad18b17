package dev.soc2.report;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
class DumpTest {
    @Test void dump() {
        Path out = Path.of("/work/wt/validators-run/out");
        for (String name : Reports.names()) {
            ReportRenderer r = Reports.named(name).orElseThrow();
            r.write(Samples.year(), out.resolve("year").resolve(r.fileName()));
            r.write(Samples.interim(), out.resolve("interim").resolve(r.fileName()));
            r.write(Samples.typeI(), out.resolve("typei").resolve(r.fileName()));
            r.write(Samples.hostile("<script>alert(1)</script>|`*_[x](javascript:alert(1))\u202e\"'&"), out.resolve("hostile").resolve(r.fileName()));
            r.write(Samples.crowd(50, 10_000), out.resolve("crowd").resolve(r.fileName()));
            r.write(Samples.only(), out.resolve("empty").resolve(r.fileName()));
        }
    }
}
