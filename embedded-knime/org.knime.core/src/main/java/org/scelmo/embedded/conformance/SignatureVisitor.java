package org.scelmo.embedded.conformance;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Makes a signature of a class file. */
final class SignatureVisitor extends ClassVisitor {

    private static final String DEPRECATED = "Ljava/lang/Deprecated;";

    private final Set<String> m_members = new LinkedHashSet<>();

    private String m_name;

    private int m_access;

    private String m_super;

    private String[] m_interfaces;

    private String m_generic;

    private boolean m_visible = true;

    SignatureVisitor() {
        super(Opcodes.ASM9);
    }

    /** @return the signature, empty if the class is neither public nor protected */
    Optional<Signature> signature() {
        if (!m_visible || !isVisible(m_access)) {
            return Optional.empty();
        }
        final var isEnumOrRecord = (m_access & (Opcodes.ACC_ENUM | Opcodes.ACC_RECORD)) != 0;
        final var kind = (m_access & Opcodes.ACC_ANNOTATION) != 0 ? "@interface"
            : (m_access & Opcodes.ACC_INTERFACE) != 0 ? "interface"
                : !isEnumOrRecord ? "class" : (m_access & Opcodes.ACC_ENUM) != 0 ? "enum" : "record";
        final var header = m_name.replace('/', '.') + " " + kind + " [" + Flags.ofClass(m_access) + "]|super=" + m_super
            + "|interfaces=" + String.join(",", m_interfaces) + (m_generic == null ? "" : "|sig=" + m_generic);
        return Optional.of(new Signature(ListingLines.normalizeHeader(header), m_members));
    }

    private static boolean isVisible(final int access) {
        return (access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0 && (access & Opcodes.ACC_SYNTHETIC) == 0;
    }

    @Override
    public void visit(final int version, final int access, final String name, final String signature,
        final String superName, final String[] interfaces) {
        m_name = name;
        m_access = access;
        m_super = superName;
        m_interfaces = interfaces;
        m_generic = signature;
    }

    @Override
    public void visitInnerClass(final String name, final String outerName, final String innerName, final int access) {
        final var isSelf = name.equals(m_name);
        if (isSelf) {
            m_access = access | m_access & Opcodes.ACC_RECORD;
        }
        if (isSelf || m_name.startsWith(name + "$")) {
            m_visible &= isVisible(access);
        }
    }

    @Override
    public AnnotationVisitor visitAnnotation(final String descriptor, final boolean visible) {
        if (visible && !DEPRECATED.equals(descriptor)) {
            m_members.add("@" + descriptor);
        }
        return null;
    }

    @Override
    public FieldVisitor visitField(final int access, final String name, final String descriptor,
        final String signature, final Object value) {
        if (isVisible(access)) {
            m_members.add("F " + name + " " + descriptor + " [" + Flags.ofField(access) + "]" + generic(signature)
                + (value == null ? "" : " = " + value));
        }
        return null;
    }

    @Override
    public MethodVisitor visitMethod(final int access, final String name, final String descriptor,
        final String signature, final String[] exceptions) {
        if (!isVisible(access) || "<clinit>".equals(name)) {
            return null;
        }
        final var line = "M " + name + descriptor + " [" + Flags.ofMethod(access, m_access) + "]"
            + (exceptions == null || exceptions.length == 0 ? "" : " throws " + String.join(",", exceptions))
            + generic(signature);
        if ((m_access & Opcodes.ACC_ANNOTATION) == 0) {
            m_members.add(line);
            return null;
        }
        return new AnnotationDefault(suffix -> m_members.add(line + suffix));
    }

    private static String generic(final String signature) {
        return signature == null ? "" : " sig=" + signature;
    }
}
