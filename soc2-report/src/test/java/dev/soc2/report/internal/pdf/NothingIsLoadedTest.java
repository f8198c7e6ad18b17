package dev.soc2.report.internal.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soc2.report.Reports;
import dev.soc2.report.Samples;
import dev.soc2.report.render.Brand;
import dev.soc2.report.render.ReportOptions;
import dev.soc2.report.render.SafeHtml;
import dev.soc2.report.render.Slots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A server of this machine is named everywhere, and nobody calls it. */
class NothingIsLoadedTest {

    private final AtomicInteger calls = new AtomicInteger();
    private ServerSocket trap;
    private Thread listener;

    @BeforeEach
    void setTheTrap() throws IOException {
        trap = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        listener = new Thread(this::listen, "trap");
        listener.start();
    }

    private void listen() {
        while (!trap.isClosed()) {
            try (Socket caller = trap.accept();
                    OutputStream answer = caller.getOutputStream()) {
                calls.incrementAndGet();
                answer.write("HTTP/1.0 404 Not Found\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException closed) {
                // The test is over, or the caller went away.
            }
        }
    }

    @AfterEach
    void close() throws IOException, InterruptedException {
        trap.close();
        listener.join();
    }

    private String address() {
        return "http://127.0.0.1:" + trap.getLocalPort() + "/x";
    }

    @Test
    void textsOfEvidenceLoadNothing() {
        String all = String.join(
                " ",
                "<img src=\"" + address() + "\"><link rel=stylesheet href=" + address() + ">",
                "</style><style>@import url(" + address() + ");*{background:url(" + address() + ")}</style>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + address() + "\">]>&e;",
                "<svg><image href='" + address() + "'/></svg><object data='" + address() + "'></object>",
                "url(" + address() + ") @font-face{font-family:report;src:url(" + address() + ")}");

        Reports.pdf().write(Samples.hostile(all), ReportOptions.defaults(), new ByteArrayOutputStream());

        assertThat(calls).hasValue(0);
    }

    @Test
    void wordsAndLinksOfAHouseLoadNothing() {
        String secure = address().replace("http:", "https:");
        SafeHtml slot = SafeHtml.empty()
                .paragraph("<img src=\"" + address() + "\"> <link rel=stylesheet href=" + address() + ">")
                .paragraph(line -> line.text("url(" + address() + ")")
                        .link("<img src='" + address() + "'>", secure)
                        .link(secure, secure))
                .list("<iframe src=\"" + address() + "\"></iframe>");
        ReportOptions options = ReportOptions.defaults()
                .brand(Brand.of("<img src=\"" + address() + "\">").accent("#0b57d0"))
                .header(slot)
                .footer(slot);
        for (String section : Slots.SECTIONS) {
            options = options.beforeSection(section, slot);
        }

        Reports.pdf().write(Samples.year(), options, new ByteArrayOutputStream());

        assertThat(calls).hasValue(0);
    }

    /** As if all that goes before had failed: real elements and a real style sheet that ask for everything. */
    @Test
    void theTypesetterItselfLoadsNothing(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.css"), "body{color:#123456}");
        for (String address : List.of(address(), secret.toUri().toString(), "data:text/css,body{color:red}")) {
            Document page = HtmlReader.empty();
            Element html = PrintPage.add(page, "html");
            html.setAttribute("lang", "en");
            Element head = PrintPage.add(html, "head");
            PrintPage.add(head, "title").setTextContent("Trap");
            PrintPage.add(head, "style")
                    .setTextContent("@import url(" + address + ");@font-face{font-family:x;src:url(" + address + ")}"
                            + "body{font-family:report;background-image:url(" + address + ")}"
                            + "p{list-style-image:url(" + address + ");font-family:x,report}");
            Element link = PrintPage.add(head, "link");
            link.setAttribute("rel", "stylesheet");
            link.setAttribute("type", "text/css");
            link.setAttribute("href", address);
            Element body = PrintPage.add(html, "body");
            PrintPage.add(body, "p").setTextContent("Nobody calls.");
            for (String name : List.of("img", "object", "iframe", "embed")) {
                Element element = PrintPage.add(body, name);
                element.setAttribute("src", address);
                element.setAttribute("data", address);
                element.setAttribute("alt", "nothing");
            }
            try (PdfFonts fonts = PdfFonts.bundled()) {
                assertThat(Typesetter.pdf(page, fonts, Optional.empty(), Instant.EPOCH, 1))
                        .isNotEmpty();
            }
        }

        assertThat(calls).hasValue(0);
    }

    @Test
    void theTrapWouldHaveNoticed() throws IOException {
        assertThatThrownBy(() -> URI.create(address()).toURL().openStream()).isInstanceOf(IOException.class);

        assertThat(calls).hasValue(1);
    }
}
