package io.stellwerk.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The CRM and the callers of Nordlicht Energie: the same files at every run, since chance has a fixed seed.
 *
 * <p>{@code customers.csv}, {@code people.csv} and {@code calls.csv} are committed; a test holds them against what this
 * class makes. To change them, change this package and run {@link #main}.
 */
public final class NordlichtData {

    private static final int CUSTOMERS = 50_000;
    private static final int CALLS = 1_000;
    private static final long SEED = 20261124;

    private NordlichtData() {}

    /** @param args the folder to write to, such as {@code samples/nordlicht-data} */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("Name the folder to write to, such as samples/nordlicht-data");
        }
        Path folder = Files.createDirectories(Path.of(args[0]));
        for (Map.Entry<String, String> file : files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
        }
    }

    /** What each file contains, by its name. */
    static Map<String, String> files() {
        List<Staff.Member> staff = Staff.all();
        List<Customer> customers = customers(staff);
        Map<String, String> files = new LinkedHashMap<>();
        files.put("people.csv", Csv.of(Staff.HEADING, staff.stream().map(Staff.Member::row)));
        files.put("customers.csv", Csv.of(Customer.HEADING, customers.stream().map(Customer::row)));
        files.put(
                "calls.csv",
                Csv.of(
                        SampleCall.HEADING,
                        new Calls(new Random(SEED + 1), customers)
                                .make(CALLS).stream().map(SampleCall::row)));
        return files;
    }

    private static List<Customer> customers(List<Staff.Member> staff) {
        return new Customers(new Random(SEED), staff).make(CUSTOMERS);
    }
}
