package dev.soc2.model.engagement;

import java.util.Map;

/**
 * Which accounts belong to which person. Actors are compared as persons, so a second account is no second person.
 *
 * @param personByAlias person by account name; an account that is absent stands for itself
 */
public record Identities(Map<String, String> personByAlias) {

    /** Every account stands for itself. */
    public static final Identities NONE = new Identities(Map.of());

    /** Copies the map. */
    public Identities {
        personByAlias = Map.copyOf(personByAlias);
    }

    /**
     * The person behind an account.
     *
     * @param alias name of the account as it stands in evidence
     * @return the person, or the alias itself when nobody is known
     */
    public String personOf(String alias) {
        return personByAlias.getOrDefault(alias, alias);
    }
}
