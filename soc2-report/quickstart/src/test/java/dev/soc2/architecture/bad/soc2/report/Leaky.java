package dev.soc2.architecture.bad.soc2.report;

import java.net.Socket;
import org.slf4j.Logger;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Bad on purpose: a connection, a logger in the open, a document library. */
public record Leaky(Socket socket, Logger log, LoadSettings settings) {}
