package dev.soc2.evidence.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * All that a failure of power can leave of a recorded run, or a good part of it: the run is cut behind each call, and
 * of what was not synced by then nothing, everything, or some of it is there.
 */
final class CrashImages {

    private final Path root;
    private final Path folder;
    private final int draws;
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<String> broken = new ArrayList<>();
    private int cuts;
    private int opened;
    private int brokenImages;

    /** The folder of the run, one to put images into, and how many random ones are drawn at each cut. */
    CrashImages(Path root, Path folder, int draws) {
        this.root = root;
        this.folder = folder;
        this.draws = draws;
    }

    CrashImages enumerate(List<SystemCall> calls) throws IOException {
        return enumerate(calls, 0);
    }

    /** Cuts only behind so many calls. */
    CrashImages enumerate(List<SystemCall> calls, int first) throws IOException {
        SimulatedDisk disk = new SimulatedDisk(root);
        List<String> said = new ArrayList<>();
        for (SystemCall call : calls) {
            if (call instanceof SystemCall.Say say) {
                said.add(say.line());
            } else {
                disk.run(call);
            }
            cuts++;
            if (cuts <= first) {
                continue;
            }
            image(disk, said, new Extreme(false));
            image(disk, said, new Extreme(true));
            Random random = new Random(cuts);
            for (int i = 0; i < draws; i++) {
                image(disk, said, new Drawn(random, random.nextInt(1, 10) / 10.0, random.nextBoolean()));
            }
        }
        return this;
    }

    /** The same image is opened again only when more was promised by then. */
    private void image(SimulatedDisk disk, List<String> said, SimulatedDisk.Chance chance) throws IOException {
        Map<String, byte[]> image = disk.image(chance);
        Integer promised = seen.put(SimulatedDisk.digest(image), said.size());
        if (promised != null && promised == said.size()) {
            return;
        }
        opened++;
        Path place = Files.createDirectory(folder.resolve("image" + opened));
        SimulatedDisk.write(image, place);
        Told told = new Told(0);
        said.forEach(told::line);
        int done = told.done();
        List<String> faults;
        try {
            faults = Promises.broken(place.resolve("evidence.db"), told);
        } finally {
            remove(place);
        }
        if (!faults.isEmpty()) {
            brokenImages++;
            broken.add("cut " + cuts + ", " + done + " steps done, " + image.keySet() + ": " + faults);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    int distinct() {
        return seen.size();
    }

    int brokenImages() {
        return brokenImages;
    }

    List<String> broken() {
        return List.copyOf(broken);
    }

    String told() {
        return seen.size() + " distinct crash images from " + cuts + " calls, " + opened + " opened, " + brokenImages
                + " broken";
    }

    /** All or nothing. */
    private record Extreme(boolean keeps) implements SimulatedDisk.Chance {
        @Override
        public boolean tears() {
            return false;
        }

        @Override
        public boolean keepsSector() {
            return true;
        }
    }

    /** Each change is kept with one probability; of some images some writes are torn. */
    private record Drawn(Random random, double kept, boolean torn) implements SimulatedDisk.Chance {
        @Override
        public boolean keeps() {
            return random.nextDouble() < kept;
        }

        @Override
        public boolean tears() {
            return torn && random.nextInt(4) == 0;
        }

        @Override
        public boolean keepsSector() {
            return random.nextBoolean();
        }
    }
}
