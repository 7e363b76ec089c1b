package org.scelmo.embedded.conformance;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

import org.objectweb.asm.Opcodes;

/** Access flags in words, sorted. */
final class Flags {

    private static final Map<Integer, String> COMMON = Map.of(Opcodes.ACC_PUBLIC, "public", Opcodes.ACC_PROTECTED,
        "protected", Opcodes.ACC_STATIC, "static", Opcodes.ACC_FINAL, "final", Opcodes.ACC_ABSTRACT, "abstract");

    private Flags() {
    }

    static String ofClass(final int access) {
        return words(access, new TreeSet<>());
    }

    static String ofField(final int access) {
        final var words = new TreeSet<String>();
        if ((access & Opcodes.ACC_ENUM) != 0) {
            words.add("enum");
        }
        return words(access, words);
    }

    static String ofMethod(final int access, final int ownerAccess) {
        final var words = new TreeSet<String>();
        if ((access & Opcodes.ACC_VARARGS) != 0) {
            words.add("varargs");
        }
        if ((ownerAccess & Opcodes.ACC_INTERFACE) != 0
            && (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_STATIC)) == 0) {
            words.add("default");
        }
        return words(access, words);
    }

    private static String words(final int access, final SortedSet<String> words) {
        COMMON.forEach((bit, word) -> {
            if ((access & bit) != 0) {
                words.add(word);
            }
        });
        return String.join(" ", words);
    }
}
