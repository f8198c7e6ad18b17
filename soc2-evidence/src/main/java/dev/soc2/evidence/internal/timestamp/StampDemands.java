package dev.soc2.evidence.internal.timestamp;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a token must fulfil; with no policies named, any will do. */
public record StampDemands(
        List<X509Certificate> anchors, List<X509Certificate> others, Set<String> policies, Optional<BigInteger> nonce) {

    public StampDemands {
        anchors = List.copyOf(anchors);
        others = List.copyOf(others);
        policies = Set.copyOf(policies);
    }
}
