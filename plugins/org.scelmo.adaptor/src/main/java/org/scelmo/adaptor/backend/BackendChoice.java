package org.scelmo.adaptor.backend;

import java.util.List;
import java.util.Optional;

/**
 * What ND4J is to compute on, decided before it is loaded: loaded once, it cannot change, and a card that its binary has
 * no code for makes it fail in the middle of work.
 *
 * @param device the card; empty for the processor
 * @param warning why it is not what was asked for, or could have been; empty if there is nothing to tell
 */
public record BackendChoice(Optional<Device> device, Optional<String> warning) {

    /**
     * nd4j-cuda-11.6 holds machine code for capabilities 3.7 to 8.6 and no PTX, which a driver could compile. Machine code
     * runs on later cards of the same major version: that for 8.6 on 8.9 (Ada), but none on 9.0 (Hopper) or above.
     */
    private static final int LOWEST = 37;
    private static final int HIGHEST = 89;

    private static final String ON_CPU = " The processor computes.";

    /**
     * @param preference what the user wants
     * @param cards those of the driver; empty if the CUDA natives are not installed
     */
    public static BackendChoice of(final BackendPreference preference, final Optional<DeviceList> cards) {
        if (preference == BackendPreference.CPU || preference == BackendPreference.AUTO && cards.isEmpty()) {
            return cpu("");
        }
        if (cards.isEmpty()) {
            return cpu("The CUDA feature is not installed." + ON_CPU);
        }
        try {
            return among(cards.get().devices(), preference, cards.get());
        } catch (final BackendException e) {
            return cpu(e.getMessage() + ON_CPU);
        } catch (final Exception | LinkageError e) { // NOSONAR drivers fail in many ways; none may stop the work
            return cpu("The CUDA driver could not be asked for its cards (%s).".formatted(e.getMessage()) + ON_CPU);
        }
    }

    /**
     * ND4J computes on the first card, but prepares all that the driver shows, and threads of its own may take any: one
     * that it has no code for makes it fail, wherever it stands.
     */
    private static BackendChoice among(final List<Device> devices, final BackendPreference preference,
        final DeviceList cards) {
        if (devices.isEmpty()) {
            return cpu(preference == BackendPreference.AUTO ? ""
                : "There is no graphics card with CUDA, or CUDA_VISIBLE_DEVICES hides it." + ON_CPU);
        }
        final var refused = devices.stream().filter(device -> !runsOn(device)).findFirst();
        if (refused.isEmpty()) {
            cards.checkLibraries();
            return new BackendChoice(Optional.of(devices.get(0)), Optional.empty());
        }
        return cpu("The graphics card %s has compute capability %s; nd4j-cuda-11.6 has code for 3.7 to 8.6 and no PTX, "
            .formatted(refused.get().name(), refused.get().capability()) + "so it cannot run on it."
            + (devices.stream().anyMatch(BackendChoice::runsOn) ? " CUDA_VISIBLE_DEVICES can hide it." : "") + ON_CPU);
    }

    private static boolean runsOn(final Device device) {
        final int capability = 10 * device.major() + device.minor();
        return capability >= LOWEST && capability <= HIGHEST;
    }

    /** @return what computes if ND4J could not load its part for the card after all */
    BackendChoice failed() {
        return device.isEmpty() ? this : cpu("ND4J could not use the graphics card %s.".formatted(device.get().name())
            + ON_CPU);
    }

    /**
     * @param now what would be chosen if ND4J were not loaded yet
     * @return what computes, since ND4J is loaded, with what there is to tell about it now
     */
    BackendChoice loaded(final BackendChoice now) {
        if (device.equals(now.device)) {
            return now;
        }
        return device.isEmpty() && warning.isPresent() ? this : new BackendChoice(device, Optional.of(
            "ND4J was loaded to compute on %s and stays there until a restart.".formatted(deviceName())));
    }

    private static BackendChoice cpu(final String warning) {
        return new BackendChoice(Optional.empty(), warning.isEmpty() ? Optional.empty() : Optional.of(warning));
    }

    /** @return for the record of a training: the card's name and capability, or "CPU" */
    public String deviceName() {
        return device.map(d -> "CUDA: %s (%s)".formatted(d.name(), d.capability())).orElse("CPU");
    }
}
