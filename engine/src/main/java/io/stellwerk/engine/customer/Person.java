package io.stellwerk.engine.customer;

import io.stellwerk.engine.call.PhoneNumber;

/**
 * Somebody of the tenant's who takes calls himself, from the directory of people.
 *
 * @param id as the CRM names him as the owner of an offer
 * @param deputy id of the person who takes his calls when he does not; empty if nobody
 * @param team may be empty
 */
public record Person(String id, String name, PhoneNumber number, String deputy, String team) {}
