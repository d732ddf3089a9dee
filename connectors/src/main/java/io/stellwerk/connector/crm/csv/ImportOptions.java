package io.stellwerk.connector.crm.csv;

import io.stellwerk.engine.customer.AttributeDeclaration;
import io.stellwerk.engine.fact.TenantSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a file is to be read.
 *
 * @param country ISO 3166 alpha-2 code by which national spellings of numbers are read
 * @param attributes the tenant's own; columns of their names are read and their values checked
 * @param customerClasses the allowed ones; if empty, any
 * @param mapping names of columns to names of fields, for columns that have other names
 * @param confirmed whether an import goes through that more than halves what is served
 * @param quarantineFile where rows are written that cannot be read; an earlier file there is replaced, or removed if all rows
 *     are good
 */
public record ImportOptions(
        String country,
        List<AttributeDeclaration> attributes,
        List<String> customerClasses,
        Map<String, String> mapping,
        DecimalMark decimalMark,
        boolean confirmed,
        Path quarantineFile) {

    public ImportOptions {
        attributes = List.copyOf(attributes);
        customerClasses = List.copyOf(customerClasses);
        mapping = Map.copyOf(mapping);
    }

    /** As the tenant's settings say, with the documented names of columns, numbers written either way, not confirmed. */
    public static ImportOptions of(TenantSettings tenant, Path quarantineFile) {
        return new ImportOptions(
                tenant.country(),
                tenant.attributes(),
                tenant.customerClasses(),
                Map.of(),
                DecimalMark.EITHER,
                false,
                quarantineFile);
    }

    public ImportOptions withMapping(Map<String, String> columnsToFields) {
        return new ImportOptions(
                country, attributes, customerClasses, columnsToFields, decimalMark, confirmed, quarantineFile);
    }

    public ImportOptions withDecimalMark(DecimalMark mark) {
        return new ImportOptions(country, attributes, customerClasses, mapping, mark, confirmed, quarantineFile);
    }

    public ImportOptions withConfirmed(boolean isConfirmed) {
        return new ImportOptions(
                country, attributes, customerClasses, mapping, decimalMark, isConfirmed, quarantineFile);
    }
}
