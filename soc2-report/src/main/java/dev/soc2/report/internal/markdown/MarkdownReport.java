package dev.soc2.report.internal.markdown;
public final class MarkdownReport { private MarkdownReport(){} public static String render(dev.soc2.model.result.Assessment a, dev.soc2.report.internal.view.Presentation p){return "";} }
