package dev.soc2.architecture.bad.soc2.rules.spi;

/** Bad on purpose: a provider interface that nobody can implement, without a contract. */
interface BareProvider {

    String name();
}
