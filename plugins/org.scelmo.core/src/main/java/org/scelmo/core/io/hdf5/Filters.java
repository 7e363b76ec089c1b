package org.scelmo.core.io.hdf5;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.jhdf.ObjectHeader;
import io.jhdf.object.message.FilterPipelineMessage;
import io.jhdf.object.message.FilterPipelineMessage.FilterInfo;

/** What filters a dataset's chunks went through, by the numbers of the HDF Group's registry. */
final class Filters {

    static final int DEFLATE = 1;
    static final int SHUFFLE = 2;
    static final int FLETCHER32 = 3;
    static final int LZF = 32000;
    static final int BLOSC = 32001;
    static final int LZ4 = 32004;
    static final int BITSHUFFLE = 32008;
    static final int ZSTD = 32015;

    private static final Map<Integer, String> NAMES = Map.ofEntries(Map.entry(DEFLATE, "gzip"),
        Map.entry(SHUFFLE, "shuffle"), Map.entry(FLETCHER32, "fletcher32"), Map.entry(4, "szip"),
        Map.entry(5, "nbit"), Map.entry(6, "scaleoffset"), Map.entry(307, "bzip2"), Map.entry(LZF, "lzf"),
        Map.entry(BLOSC, "blosc"), Map.entry(32026, "blosc2"), Map.entry(LZ4, "lz4"),
        Map.entry(BITSHUFFLE, "bitshuffle"), Map.entry(32013, "zfp"), Map.entry(ZSTD, "zstd"));
    private static final Set<Integer> READ = Set.of(DEFLATE, SHUFFLE, FLETCHER32, LZF, LZ4, ZSTD);
    private static final int BITSHUFFLE_CODEC = 4;
    private static final int BITSHUFFLE_ZSTD = 3;
    private static final int BLOSC_CODEC = 6;
    /** By the numbers that Blosc's filter gives them. */
    private static final List<String> BLOSC_CODECS = List.of("blosclz", "lz4", "lz4hc", "snappy", "zlib", "zstd");
    /** Deflate packs at most 1,032 to one; LZ4, LZF and BloscLZ less. */
    private static final int MAX_RATIO = 1100;
    /** A block of zstd unfolds to at most 128 kB and takes at least four bytes. */
    private static final int MAX_RATIO_ZSTD = 1 << 15;

    private Filters() {
    }

    static List<FilterInfo> of(final ObjectHeader header) {
        return header.hasMessageOfType(FilterPipelineMessage.class)
            ? header.getMessageOfType(FilterPipelineMessage.class).getFilters() : List.of();
    }

    /** @return as users know it, such as {@code gzip} */
    static String name(final FilterInfo filter) {
        final int id = filter.getId();
        if (id == BLOSC && !isBloscRead(filter.getData()) && filter.getData().length > BLOSC_CODEC) {
            return "blosc (codec %d)".formatted(filter.getData()[BLOSC_CODEC]);
        }
        if (isBitshuffledZstd(filter)) {
            return "bitshuffle (zstd)";
        }
        final var own = filter.getName();
        return NAMES.getOrDefault(id, own == null || own.isBlank() || own.equals("undefined") ? "filter " + id : own);
    }

    private static boolean isBloscRead(final int[] data) {
        return data.length > BLOSC_CODEC && data[BLOSC_CODEC] >= 0 && data[BLOSC_CODEC] < BLOSC_CODECS.size();
    }

    private static boolean isBitshuffledZstd(final FilterInfo filter) {
        return filter.getId() == BITSHUFFLE && filter.getData().length > BITSHUFFLE_CODEC
            && filter.getData()[BITSHUFFLE_CODEC] == BITSHUFFLE_ZSTD;
    }

    /** @return the first filter that cannot be undone, or null */
    static FilterInfo unsupported(final List<FilterInfo> filters) {
        return filters.stream().filter(f -> !isRead(f)).findFirst().orElse(null);
    }

    private static boolean isRead(final FilterInfo filter) {
        return switch (filter.getId()) {
            case BLOSC -> isBloscRead(filter.getData());
            case BITSHUFFLE -> !isBitshuffledZstd(filter);
            default -> READ.contains(filter.getId());
        };
    }

    /** @return how many bytes one stored byte can stand for at most */
    static int maxRatio(final List<FilterInfo> filters) {
        return filters.stream().anyMatch(f -> f.getId() == ZSTD || f.getId() == BLOSC) ? MAX_RATIO_ZSTD : MAX_RATIO;
    }
}
