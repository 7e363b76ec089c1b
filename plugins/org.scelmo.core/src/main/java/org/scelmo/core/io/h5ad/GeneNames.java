package org.scelmo.core.io.h5ad;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells genes from cells by the form of their names. */
public final class GeneNames {

    private static final Pattern GENE = Pattern.compile("ENS[A-Z]*G\\d{6,}.*|(MT-|RP[LS]\\d|HLA-|LINC\\d|MRP[LS]\\d"
        + "|HIST\\d|ZNF\\d|TMEM\\d|SLC\\d|CCDC\\d|KIAA\\d).*");
    private static final Set<String> COMMON = Set.of("ACTB", "GAPDH", "MALAT1", "B2M", "CD3D", "CD3E", "CD4", "CD8A",
        "CD14", "CD19", "MS4A1", "LYZ", "NKG7", "GNLY", "FCGR3A", "PPBP", "TMSB4X", "EEF1A1", "FTL", "FTH1", "TP53",
        "EGFR", "MYC", "KRT8", "KRT18", "VIM", "EPCAM", "PTPRC", "COL1A1", "ALB", "INS", "SOX2", "GFAP");
    private static final Pattern BARCODE = Pattern.compile("(.*[^A-Z])?[ACGTN]{8,}([^A-Z].*)?");
    /** Looked at to tell whether genes and cells are mixed up. */
    private static final int SAMPLE = 2000;
    /** Any panel of genes has some of the forms known here; cells have hardly any by chance. */
    private static final double SOME = 0.02;

    private GeneNames() {
    }

    /** @return share of names that look like genes less that of those that look like barcodes; 0 for none */
    public static double share(final Collection<String> names) {
        int score = 0;
        for (final var name : names) {
            final var upper = name.toUpperCase(Locale.ROOT);
            if (BARCODE.matcher(name).matches()) {
                score--;
            } else if (COMMON.contains(upper) || GENE.matcher(upper).matches()) {
                score++;
            }
        }
        return names.isEmpty() ? 0 : (double)score / names.size();
    }

    /** @return whether what should be cells are called as genes are, and what should be genes are not */
    static boolean areMixedUp(final String[] cells, final String[] genes) {
        return share(sample(cells)) > SOME && share(sample(genes)) <= 0;
    }

    private static Collection<String> sample(final String[] names) {
        return Arrays.asList(names).subList(0, Math.min(SAMPLE, names.length));
    }
}
