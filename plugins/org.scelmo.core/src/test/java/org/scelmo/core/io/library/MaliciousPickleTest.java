package org.scelmo.core.io.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scelmo.core.Progress;
import org.scelmo.core.ScelmoException;

/** Pickles that would run programs, fill memory or never end. */
class MaliciousPickleTest {

    @TempDir
    private Path m_folder;

    @Test
    void refusesAFunctionNamedByGlobalInEveryProtocol() {
        // cposix\nsystem\n(S'...'tR. is the classic
        assertUnsafe("contains posix.system.", new PickleWriter().ascii("cposix\nsystem\n(Vtouch x\ntR").stop());
        assertUnsafe("contains os.system.", new PickleWriter().ascii("(dp0\ncos\nsystem\n(Vtouch x\ntR").stop());
        for (int version = 2; version <= 5; version++) {
            assertUnsafe("contains posix.system.", PickleWriter.protocol(version).ascii("}(").text("TP53")
                .ascii("cposix\nsystem\n").text("touch x").bytes(0x85).ascii("Ru").stop());
        }
    }

    @Test
    void refusesAFunctionNamedByStackGlobal() {
        assertUnsafe("contains posix.system.", PickleWriter.protocol(4).ascii("}(").text("TP53").text("posix")
            .text("system").bytes(0x93).text("touch x").bytes(0x85).ascii("Ru").stop());
        assertUnsafe("contains builtins.eval.", PickleWriter.protocol(4).text("builtins").text("eval").bytes(0x93)
            .text("1").bytes(0x85).ascii("R").stop());
        // a name that only looks allowed
        assertUnsafe("contains numpy.core.multiarray._reconstruct.x.", PickleWriter.protocol(4)
            .text("numpy.core.multiarray").text("_reconstruct.x").bytes(0x93).stop());
    }

    @Test
    void refusesInstancesOfClasses() {
        assertUnsafe("an instance of posix.system", PickleWriter.protocol(2).ascii("}(").text("a")
            .ascii("(Vtouch x\niposix\nsystem\n").ascii("u").stop());
        assertUnsafe("an instance of a class", PickleWriter.protocol(2).ascii("(cnumpy\nndarray\no").stop());
        assertUnsafe("an instance of a class", PickleWriter.protocol(2).ascii("cnumpy\nndarray\n)").bytes(0x81).stop());
        assertUnsafe("an instance of a class",
            PickleWriter.protocol(4).ascii("cnumpy\nndarray\n)}").bytes(0x92).stop());
    }

    @Test
    void refusesStatesForAnythingButArrays() {
        assertUnsafe("a state for a dictionary", PickleWriter.protocol(2).ascii("}}").text("__setstate__").ascii("Nsb")
            .stop());
        assertUnsafe("a state for an object", PickleWriter.protocol(2).ascii("cnumpy\nndarray\n}b").stop());
    }

    @Test
    void refusesCallsOfAllowedNamesInOtherWays() {
        assertUnsafe("a direct call of numpy.ndarray", PickleWriter.protocol(2).ascii("cnumpy\nndarray\n)R").stop());
        assertUnsafe("_codecs.encode other than to latin1", PickleWriter.protocol(2).ascii("c_codecs\nencode\n")
            .text("x").text("rot13").bytes(0x86).ascii("R").stop());
        assertUnsafe("a call of a text", PickleWriter.protocol(2).text("posix.system").ascii(")R").stop());
    }

    @Test
    void refusesWhatLiesOutsideTheFile() {
        assertUnsafe("persistent id", PickleWriter.protocol(2).ascii("}Pid\n").stop());
        assertUnsafe("persistent id", PickleWriter.protocol(2).text("id").ascii("Q").stop());
        assertUnsafe("extension code", PickleWriter.protocol(2).bytes(0x82, 1).stop());
        assertUnsafe("out-of-band buffer", PickleWriter.protocol(5).bytes(0x97).stop());
    }

    @Test
    void endsDeepNestingEarly() {
        final var tuples = PickleWriter.protocol(2).ascii(")");
        for (int i = 0; i < 1_000_000; i++) {
            tuples.bytes(0x85);
        }
        assertUnsafe("nests tuples deeper", tuples.stop());
        assertUnsafe("nested deeper", PickleWriter.protocol(2).ascii("(".repeat(1_000_000)).stop());
        // lists inside lists: each may hold one filled list only, so a chain cannot form
        final var lists = PickleWriter.protocol(2).ascii("}").text("a").ascii("]".repeat(100_000))
            .ascii("a".repeat(99_999)).ascii("s");
        assertMalformed("a list with an array or list", lists.stop());
    }

    @Test
    void letsNoListContainItself() {
        assertMalformed("a list with an array or list", PickleWriter.protocol(2).ascii("}").text("a")
            .ascii("]q\0h\0as").stop());
    }

    @Test
    void boundsTheStackAndTheMemo() {
        assertUnsafe("piles up more than", PickleWriter.protocol(2).ascii("}").ascii("N".repeat(1_100_000)).stop());
        assertUnsafe("claims memo entry 4294967295",
            PickleWriter.protocol(2).ascii("}r").int32(-1).stop());
        assertUnsafe("claims memo entry 999999999999", PickleWriter.protocol(2).ascii("}p999999999999\n").stop());
        final var memo = PickleWriter.protocol(4).ascii("}");
        for (int i = 0; i < 2_000_000; i++) {
            memo.ascii("]").bytes(0x94).ascii("0");
        }
        final var e = assertThrows(UnsafePickleException.class,
            () -> read(memo.stop(), LibraryRequest.all().withMaxBytes(64 << 20)));
        assertTrue(e.getMessage().contains("more than the 64 MB of memory allowed"), e.getMessage());
    }

    @Test
    void seesThroughReferencesThatMultiply() {
        // tuples of references to tuples: a thousand bytes that stand for 2^k elements
        final var laughs = PickleWriter.protocol(2).ascii("}").text("a").ascii(")q\0");
        for (int i = 0; i < 100; i++) {
            laughs.ascii("h").bytes(i).ascii("h").bytes(i).bytes(0x86).ascii("q").bytes(i + 1);
        }
        assertUnsafe("nests tuples deeper", laughs.ascii("s").stop());
    }

    @Test
    void believesNoClaimedSize() {
        for (final var opcode : new int[]{0x8D, 0x8E, 0x96}) { // long text, bytes, bytearray
            assertMalformed("claims 1099511627776 bytes, but only", PickleWriter.protocol(5).ascii("}")
                .bytes(opcode).int64(1L << 40).stop());
            assertMalformed("claims 18446744073709551615 bytes", PickleWriter.protocol(5).ascii("}")
                .bytes(opcode).int64(-1).stop());
        }
        assertMalformed("claims 4294967295 bytes", PickleWriter.protocol(3).ascii("}B").int32(-1).stop());
        assertMalformed("A frame claims 1099511627776 bytes", PickleWriter.protocol(4).bytes(0x95).int64(1L << 40)
            .ascii("}").stop());
        assertMalformed("whole number of 2147483647 bytes", PickleWriter.protocol(2).ascii("}").bytes(0x8B)
            .int32(Integer.MAX_VALUE).stop());
        assertMalformed("axis has length 1099511627776", PickleWriter.protocol(4).ascii("}").text("a")
            .ascii("cnumpy.core.numeric\n_frombuffer\n(C").bytes(4).ascii("abcd")
            .ascii("cnumpy\ndtype\n").text("f4").bytes(0x85).ascii("R").bytes(0x8A, 6).bytes(0, 0, 0, 0, 0, 1)
            .bytes(0x85).text("C").ascii("tRs").stop());
    }

    @Test
    void believesNoClaimedSizeInACompressedFileEither() throws Exception {
        final var file = m_folder.resolve("claims.pickle.gz");
        try (var out = new java.util.zip.GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(PickleWriter.protocol(5).ascii("}").bytes(0x96).int64(1L << 40).stop());
        }
        final var huge = assertThrows(MalformedEmbeddingException.class,
            () -> EmbeddingLibrary.read(file, LibraryRequest.all(), Progress.NONE));
        assertTrue(huge.getMessage().contains("takes 1099511627776 bytes"), huge.getMessage());
    }

    @Test
    void refusesWholeNumbersThatAreNone() {
        assertMalformed("is not a whole number", PickleWriter.protocol(2).ascii("}I" + "9".repeat(300) + "\n").stop());
        assertMalformed("longer than 400", PickleWriter.protocol(2).ascii("}L" + "9".repeat(3000) + "L\n").stop());
    }

    @Test
    void tellsATruncatedFileWithTheByte() {
        final var whole = PickleWriter.protocol(2).ascii("}(").text("TP53").list(1, 2, 3).ascii("u").stop();
        for (int length = 2; length < whole.length; length++) {
            final var cut = Arrays.copyOf(whole, length);
            final var e = assertThrows(MalformedEmbeddingException.class, () -> read(cut, LibraryRequest.all()),
                "cut to " + length);
            assertTrue(e.getMessage().contains("byte"), e.getMessage());
        }
    }

    @Test
    void refusesDamagedStackUse() {
        assertMalformed("closes something that was not opened", PickleWriter.protocol(2).ascii("}u").stop());
        assertMalformed("an object that is not there", PickleWriter.protocol(2).ascii("s").stop());
        assertMalformed("memo entry 7, which does not exist", PickleWriter.protocol(2).ascii("h\7").stop());
        assertMalformed("opcode 0xff", PickleWriter.protocol(2).bytes(0xFF).stop());
        assertMalformed("sets entries of an array or list", PickleWriter.protocol(2).ascii("]NNs").stop());
        assertMalformed("is a number, not a dictionary", PickleWriter.protocol(2).ascii("K\7").stop());
        assertMalformed("a number as its name", PickleWriter.protocol(2).ascii("}K\7]s").stop());
    }

    @Test
    void refusesAVectorThatChangesAfterItWasDropped() {
        final var pickle = PickleWriter.protocol(2).ascii("}(").text("a").list(1, 2).ascii("q\0").text("b").list(3, 4)
            .ascii("uh\0").real(5).ascii("a0").stop();
        final var e = assertThrows(MalformedEmbeddingException.class,
            () -> read(pickle, LibraryRequest.all().only(Set.of("b"))));
        assertTrue(e.getMessage().contains("changes a vector after"), e.getMessage());
    }

    private void assertUnsafe(final String part, final byte[] pickle) {
        assertFails(UnsafePickleException.class, part, pickle);
    }

    private void assertMalformed(final String part, final byte[] pickle) {
        assertFails(MalformedEmbeddingException.class, part, pickle);
    }

    private void assertFails(final Class<? extends ScelmoException> type, final String part, final byte[] pickle) {
        final var e = assertThrows(type, () -> read(pickle, LibraryRequest.all()));
        assertTrue(e.getMessage().contains(part), e.getMessage());
        assertTrue(e.getMessage().startsWith("'library.pickle', byte "), e.getMessage());
        assertTrue(!e.resolutions().isEmpty(), "tells how to fix");
        assertEquals(type, e.getClass());
    }

    private LibraryContent read(final byte[] pickle, final LibraryRequest request) throws Exception {
        final var file = m_folder.resolve("library.pickle");
        Files.write(file, pickle);
        return EmbeddingLibrary.read(file, request, Progress.NONE);
    }
}
