package org.scelmo.core.io.library;

import java.io.IOException;

import org.scelmo.core.Progress;
import org.scelmo.core.io.library.PickleEntries.PyDict;

/**
 * Runs the opcodes of a pickle that make names, numbers, lists and NumPy arrays; refuses all others by name. Time is
 * linear in the file's size; memory is bounded by {@link PickleBudget}. Opcodes: Python's {@code pickletools}.
 */
final class PickleMachine {

    private static final int CHECK_MASK = (1 << 14) - 1;
    private static final int MAX_PROTOCOL = 5;

    private final ByteSource m_source;
    private final PickleEntries m_entries;
    private final PickleBudget m_budget;
    private final PickleStack m_stack;
    private final PickleMemo m_memo;
    private final PickleAtoms m_atoms;
    private final PickleNumpy m_numpy;
    private int m_vectors;

    PickleMachine(final ByteSource source, final PickleEntries entries, final PickleBudget budget) {
        m_source = source;
        m_entries = entries;
        m_budget = budget;
        m_stack = new PickleStack(source);
        m_memo = new PickleMemo(source, budget);
        m_atoms = new PickleAtoms(source, budget);
        m_numpy = new PickleNumpy(source, budget, () -> m_vectors++);
    }

    void run(final Progress progress) throws IOException {
        long steps = 0;
        for (int opcode = m_source.readByte(); opcode != '.'; opcode = m_source.readByte()) {
            if ((steps++ & CHECK_MASK) == 0) {
                progress.checkCanceled();
                progress.update(m_source.fraction(), () -> "%,d entries".formatted(m_entries.count()));
            }
            final var atom = m_atoms.read(opcode);
            if (atom != null) {
                m_stack.push(atom);
            } else {
                step(opcode);
            }
        }
        final var result = m_stack.pop();
        if (!(result instanceof PyDict dict) || !dict.isRoot()) {
            throw m_source.malformed("the pickle is %s, not a dictionary of names and vectors."
                .formatted(PickleEntries.kind(result)),
                "Save a dictionary of name to vector: {\"TP53\": numpy.array([...]), ...}.");
        }
    }

    private void step(final int opcode) throws IOException {
        switch (opcode) {
            case 0x80 -> checkProtocol(m_source.readByte());
            case 0x95 -> m_source.checkClaim(m_source.readLittleEndian(8), "A frame");
            case '(' -> m_stack.mark();
            case '0' -> m_stack.pop();
            case '1' -> m_stack.popToMark();
            case '2' -> m_stack.push(m_stack.peek());
            case ')' -> m_stack.push(tuple());
            case 't' -> m_stack.push(tuple(m_stack.popToMark()));
            case 0x85 -> m_stack.push(tuple(m_stack.pop()));
            case 0x86 -> pushPair();
            case 0x87 -> pushTriple();
            case ']' -> m_stack.push(new PyVector(m_vectors++, m_budget));
            case 'l' -> pushList(m_stack.popToMark());
            case 'a' -> appendTo(m_stack.pop());
            case 'e' -> appendTo(m_stack.popToMark());
            case '}' -> m_stack.push(new PyDict(m_stack.isEmpty()));
            case 'd' -> pushDict(m_stack.popToMark());
            case 's' -> setItem();
            case 'u' -> setItems(m_stack.popToMark());
            case 0x94 -> m_memo.add(m_stack.peek());
            case 'p' -> m_memo.put(m_atoms.decimal(), m_stack.peek());
            case 'q' -> m_memo.put(m_source.readByte(), m_stack.peek());
            case 'r' -> m_memo.put(m_source.readLittleEndian(4), m_stack.peek());
            case 'g' -> m_stack.push(m_memo.get(m_atoms.decimal()));
            case 'h' -> m_stack.push(m_memo.get(m_source.readByte()));
            case 'j' -> m_stack.push(m_memo.get(m_source.readLittleEndian(4)));
            case 'c' -> m_stack.push(m_atoms.global());
            case 0x93 -> stackGlobal();
            case 'R' -> reduce();
            case 'b' -> build();
            default -> throw refused(opcode);
        }
    }

    private void checkProtocol(final int protocol) {
        if (protocol > MAX_PROTOCOL) {
            throw m_source.malformed("pickle protocol %d is not known; 0 to %d are.".formatted(protocol, MAX_PROTOCOL),
                "Save it again with pickle.dump(embeddings, file, protocol=4).");
        }
    }

    private PyTuple tuple(final Object... items) {
        return PyTuple.of(m_source, m_budget, items);
    }

    private void pushPair() {
        final var second = m_stack.pop();
        m_stack.push(tuple(m_stack.pop(), second));
    }

    private void pushTriple() {
        final var third = m_stack.pop();
        final var second = m_stack.pop();
        m_stack.push(tuple(m_stack.pop(), second, third));
    }

    private void pushList(final Object[] items) {
        m_stack.push(new PyVector(m_vectors++, m_budget));
        appendTo(items);
    }

    private void appendTo(final Object... items) {
        if (!(m_stack.peek() instanceof PyVector list)) {
            throw m_source.malformed("the pickle appends to %s.".formatted(PickleEntries.kind(m_stack.peek())));
        }
        for (final var item : items) {
            list.append(item, m_source);
        }
    }

    private void pushDict(final Object[] items) {
        m_stack.push(new PyDict(m_stack.isEmpty()));
        setItems(items);
    }

    private void setItem() {
        final var value = m_stack.pop();
        final var key = m_stack.pop();
        setItems(key, value);
    }

    private void setItems(final Object... items) {
        if (!(m_stack.peek() instanceof PyDict dict) || items.length % 2 != 0) {
            throw m_source.malformed("the pickle sets entries of %s.".formatted(PickleEntries.kind(m_stack.peek())));
        }
        for (int i = 0; i < items.length; i += 2) {
            m_entries.put(dict, items[i], items[i + 1]);
        }
    }

    private void stackGlobal() {
        final var name = m_stack.pop();
        final var module = m_stack.pop();
        if (!(module instanceof String m) || !(name instanceof String n)) {
            throw m_source.malformed("the pickle names a class by something other than text.");
        }
        m_stack.push(PyGlobal.find(m, n, m_source));
    }

    private void reduce() {
        final var arguments = m_stack.pop();
        final var function = m_stack.pop();
        m_stack.push(m_numpy.call(function, arguments, m_stack.isEmpty()));
    }

    private void build() {
        final var state = m_stack.pop();
        m_numpy.build(m_stack.peek(), state);
    }

    private RuntimeException refused(final int opcode) throws IOException {
        return switch (opcode) {
            case 'i' -> PyGlobal.refuse("an instance of " + m_atoms.className(), m_source);
            case 'o', 0x81, 0x92 -> PyGlobal.refuse("an instance of a class", m_source);
            case 'P', 'Q' -> PyGlobal.refuse("a persistent id (an object outside the file)", m_source);
            case 0x82, 0x83, 0x84 -> PyGlobal.refuse("an extension code (an object by number)", m_source);
            case 0x97, 0x98 -> PyGlobal.refuse("an out-of-band buffer (data outside the file)", m_source);
            case 0x8F, 0x90, 0x91 -> PyGlobal.refuse("a set", m_source);
            default -> m_source.malformed("opcode 0x%02x is not known in pickles of vectors.".formatted(opcode),
                "The file is damaged, or no pickle: copy or download it again.");
        };
    }
}
