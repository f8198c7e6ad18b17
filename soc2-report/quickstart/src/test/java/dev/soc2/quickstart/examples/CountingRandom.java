package dev.soc2.quickstart.examples;

import java.security.SecureRandom;
import java.security.SecureRandomSpi;
import java.util.concurrent.atomic.AtomicInteger;

/** Keys that come out the same in each run, each of them only once. Only for tests. */
final class CountingRandom extends SecureRandom {

    private static final long serialVersionUID = 1L;

    CountingRandom() {
        super(new Counting(), null);
    }

    private static final class Counting extends SecureRandomSpi {

        private static final long serialVersionUID = 1L;
        private final AtomicInteger next = new AtomicInteger();

        @Override
        protected void engineSetSeed(byte[] seed) {
            // Comes out the same whatever it is fed.
        }

        @Override
        protected void engineNextBytes(byte[] bytes) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) ((next.getAndIncrement() * 31) >> 3);
            }
        }

        @Override
        protected byte[] engineGenerateSeed(int count) {
            return new byte[count];
        }
    }
}
