/** The way out: renderers that turn an assessment into text, JSON, Markdown and HTML. */
module dev.soc2.report {
    requires static java.desktop;
    requires static openhtmltopdf.core;
    requires static openhtmltopdf.pdfbox;
    requires static org.apache.fontbox;
    requires static org.apache.pdfbox;
    requires static org.apache.pdfbox.io;
    requires static transitive org.jspecify;
    requires transitive dev.soc2.model;
    requires gg.jte.runtime;
    requires java.xml;
    requires org.dhatim.fastexcel;

    exports dev.soc2.report;
    exports dev.soc2.report.compare;
    exports dev.soc2.report.letter;
    exports dev.soc2.report.lint;
    exports dev.soc2.report.render;
    exports dev.soc2.report.spi;

    uses dev.soc2.report.spi.ReportRendererProvider;
}
