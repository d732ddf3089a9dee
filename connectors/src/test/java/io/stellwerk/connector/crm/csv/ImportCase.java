package io.stellwerk.connector.crm.csv;

import io.stellwerk.connector.store.mapdb.MapDbCustomerDirectory;
import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.customer.AttributeDeclaration;
import io.stellwerk.engine.customer.AttributeType;
import io.stellwerk.engine.customer.CustomerProfile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** A directory of its own and the way files get into it. */
final class ImportCase implements AutoCloseable {

    static final List<AttributeDeclaration> ATTRIBUTES = List.of(
            new AttributeDeclaration("product", AttributeType.ONE_OF, List.of("power", "gas")),
            new AttributeDeclaration("contractEnd", AttributeType.DATE, List.of()),
            new AttributeDeclaration("usage", AttributeType.NUMBER, List.of()),
            new AttributeDeclaration("paperless", AttributeType.YES_NO, List.of()),
            new AttributeDeclaration("remark", AttributeType.TEXT, List.of()));

    final MapDbCustomerDirectory directory;
    final ImportOptions options;
    private final Path folder;

    ImportCase(Path folder) throws IOException {
        this.folder = folder;
        directory = MapDbCustomerDirectory.open(folder.resolve("nordlicht"), InstantSource.system());
        options = new ImportOptions(
                "DE",
                ATTRIBUTES,
                List.of("A", "B", "C"),
                Map.of(),
                DecimalMark.EITHER,
                false,
                folder.resolve("quarantine.csv"));
    }

    ImportReport customers(String csv) throws IOException {
        return customers(csv, StandardCharsets.UTF_8, options);
    }

    ImportReport customers(String csv, Charset charset, ImportOptions with) throws IOException {
        return new CustomerImport(directory, new PlainGermanNumbers())
                .run(file(csv, charset), with, ImportProgress.UNWATCHED);
    }

    ImportReport people(String csv) throws IOException {
        return new PeopleImport(directory, new PlainGermanNumbers())
                .run(file(csv, StandardCharsets.UTF_8), options, ImportProgress.UNWATCHED);
    }

    List<String> callers(String number) {
        return directory.find(PhoneNumber.of(number)).candidates().stream()
                .map(CustomerProfile::id)
                .toList();
    }

    CustomerProfile customer(String id) {
        return directory.customer(id).orElseThrow();
    }

    List<String> quarantine() throws IOException {
        return Files.readAllLines(options.quarantineFile());
    }

    private Path file(String csv, Charset charset) throws IOException {
        return Files.writeString(folder.resolve("import.csv"), csv, charset);
    }

    @Override
    public void close() throws IOException {
        directory.close();
    }
}
