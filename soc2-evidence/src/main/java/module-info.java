/** The way in: importers that turn exports of real systems into evidence, and the ledger that keeps it. */
module dev.soc2.evidence {
    requires static org.bouncycastle.pkix;
    requires static org.bouncycastle.provider;
    requires static org.eclipse.jgit;
    requires static transitive org.jspecify;
    requires transitive dev.soc2.model;
    requires transitive java.sql;
    requires java.xml;
    requires re2j;
    requires org.apache.commons.csv;
    requires org.xerial.sqlitejdbc;

    exports dev.soc2.evidence;
    exports dev.soc2.evidence.format;
    exports dev.soc2.evidence.importing;
    exports dev.soc2.evidence.ledger;
    exports dev.soc2.evidence.proof;
    exports dev.soc2.evidence.spi;

    uses dev.soc2.evidence.spi.EvidenceFormatProvider;
}
