package dev.soc2.report.internal.console;
public final class ConsoleReport { private ConsoleReport(){} public static String render(dev.soc2.model.result.Assessment a, dev.soc2.report.internal.view.Presentation p){return "";} }
