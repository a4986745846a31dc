#pragma once

#include <string>
#include <string_view>

#include "model/ledger.hpp"

// Where things stand in the ledger. What there may be many of is spread over folders of at most a hundred, so that an
// event costs the same however many came before it. Names of prompts begin with a letter, folders with a digit.
namespace promptctl {

constexpr std::string_view event_path = "event.json";
constexpr std::string_view format_path = "FORMAT";

std::string version_record_path(const VersionName& name);
std::string bundle_path(const VersionName& name);
std::string bundle_partial_path(const VersionName& name, const std::string& partial);

// How many versions and entries of its history a prompt has.
std::string prompt_record_path(const std::string& prompt);

// The number of the version with a content; `digest` is the bundle's.
std::string version_number_path(const std::string& prompt, const std::string& digest);

// The folder of all such files whose digest begins like this one; `digest_start` has at least two digits.
std::string version_numbers_folder(const std::string& prompt, std::string_view digest_start);

constexpr long long entries_a_file = 32;

// The file of a history with this number, from 0.
std::string history_path(const std::string& prompt, long long file);

std::string deployment_path(const std::string& environment, const std::string& prompt);

// The newest request to move a prompt there.
std::string request_path(const std::string& environment, const std::string& prompt);

std::string evidence_path(const std::string& digest);

}  // namespace promptctl
