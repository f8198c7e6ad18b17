package dev.soc2.quickstart.acme;

import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.result.ReasonCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Something done in every slot of the calendar. The first and the last of the slots lie outside the period.
 *
 * <p>An ordinary occurrence lies between 55 and 90 percent of its slot, so that what is done in the grace of the slot
 * before, or too late for it, comes earlier and cannot be mistaken for it. Odd slots never touch each other.
 */
record Rhythm(String control, String test, List<Slot> slots, int graceDays) {

    private enum Turn {
        DONE,
        IN_GRACE,
        EXCUSED,
        MISSING,
        LATE,
        LATE_BY_NAME
    }

    /** Makes the record of what was done for a slot. */
    @FunctionalInterface
    interface Occurrence {
        EvidenceBuilder of(Slot slot, Instant at);
    }

    /** Plays the year of one subject; an empty subject stands for the whole company. */
    void play(Scene scene, String subject, int plants, Occurrence occurrence) {
        TreeMap<Integer, Turn> odd = turns(scene, plants);
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            String item = subject.isEmpty() ? slot.id() : subject + " " + slot.id();
            Instant graceEnd = AcmeTime.midnight(slot.after().plusDays(graceDays));
            switch (odd.getOrDefault(i, Turn.DONE)) {
                case DONE -> scene.add(occurrence.of(slot, scene.within(slot.share(55), slot.share(90))));
                case IN_GRACE -> {
                    scene.lookAlike(control, test, item, "done after the slot, within its grace");
                    scene.add(occurrence.of(slot, scene.within(slot.end(), graceEnd)));
                }
                case EXCUSED -> {
                    scene.lookAlike(control, test, item, "not done, and excused before it was due");
                    scene.excuse(control, item, slot.start(), graceEnd.plus(Duration.ofDays(5)), slot.share(40));
                }
                case MISSING -> scene.plant(control, test, item, ReasonCode.MISSING);
                case LATE -> {
                    scene.plant(control, test, item, ReasonCode.LATE);
                    scene.add(occurrence.of(slot, tooLate(scene, i, graceEnd)));
                }
                case LATE_BY_NAME -> {
                    scene.plant(control, test, item, ReasonCode.LATE);
                    scene.add(occurrence.of(slot, tooLate(scene, i, graceEnd)).with("coversPeriod", slot.id()));
                }
            }
        }
    }

    private Instant tooLate(Scene scene, int slot, Instant graceEnd) {
        return scene.within(graceEnd, slots.get(slot + 1).share(50));
    }

    private TreeMap<Integer, Turn> turns(Scene scene, int plants) {
        TreeMap<Integer, Turn> odd = new TreeMap<>();
        List<Turn> wanted = new ArrayList<>();
        for (int i = 0; i < plants; i++) {
            wanted.add(scene.any(List.of(Turn.MISSING, Turn.LATE, Turn.LATE_BY_NAME)));
        }
        wanted.add(Turn.IN_GRACE);
        if (slots.size() > 4) {
            wanted.add(Turn.EXCUSED);
        }
        List<Integer> places = new ArrayList<>();
        for (int i = 1; i < slots.size() - 1; i++) {
            places.add(i);
        }
        for (int place : scene.shuffled(places)) {
            boolean alone = !odd.containsKey(place - 1) && !odd.containsKey(place + 1);
            if (alone && !wanted.isEmpty() && closed(place)) {
                odd.put(place, wanted.remove(0));
            }
        }
        return odd;
    }

    /**
     * Whether a slot may be missed: a late answer has to come before the assessment, and the last slot only when
     * nothing is known yet of the one after it, else its answer could be taken for a late one.
     */
    private boolean closed(int place) {
        Slot following = slots.get(place + 1);
        return !following.share(50).isAfter(AcmeTime.AS_OF)
                && (place < slots.size() - 2 || following.share(55).isAfter(AcmeTime.AS_OF));
    }
}
