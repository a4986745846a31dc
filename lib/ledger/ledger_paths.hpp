#pragma once

#include <string>
#include <string_view>

#include "ledger/ledger_event.hpp"

// Where things stand in the ledger. All of a prompt stands in a folder of its own, and what there may be many of is
// spread over small folders: git writes each folder on the way anew, and an event costs the same however many prompts
// there are and however many events came before it.
namespace promptctl {

constexpr std::string_view event_path = "event.json";
constexpr std::string_view format_path = "FORMAT";
constexpr std::string_view record_extension = ".json";

// Below it two levels of folders, and in these those of prompts.
constexpr std::string_view prompts_folder = "prompts";

// The prompt whose folder has this name.
std::string prompt_of_folder(std::string name);

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

// A file for each environment it is or was live in.
std::string deployments_folder(const std::string& prompt);
std::string deployment_path(const std::string& environment, const std::string& prompt);

// The newest request to move a prompt to an environment, a file for each.
std::string requests_folder(const std::string& prompt);
std::string request_path(const std::string& environment, const std::string& prompt);

std::string evidence_path(const std::string& digest);

}  // namespace promptctl
